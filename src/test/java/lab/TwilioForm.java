package lab;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Forms as Twilio reads, writes and signs them, and how it counts a text, all by hand. */
final class TwilioForm {

    private static final String GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà";
    private static final String DOUBLE = "^{}\\[~]|€";

    private TwilioForm() {}

    static Map<String, String> read(String form) {
        var fields = new TreeMap<String, String>();
        for (var field : form == null ? new String[0] : form.split("&", -1)) {
            var parts = field.split("=", 2);
            if (parts.length == 2) {
                fields.put(
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    static String write(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** HMAC-SHA1 over the address and the fields in the order of their names. */
    static String signature(String address, Map<String, String> fields, String token) {
        var text = new StringBuilder(address);
        new TreeMap<>(fields).forEach((name, value) -> text.append(name).append(value));
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has HmacSHA1", e);
        }
    }

    static int segments(String text) {
        var places = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var plain = GSM.indexOf(c) >= 0 || (c < 128 && Character.isLetterOrDigit(c));
            if (!plain && DOUBLE.indexOf(c) < 0) {
                return text.length() <= 70 ? 1 : (text.length() + 66) / 67;
            }
            places += plain ? 1 : 2;
        }
        return places <= 160 ? 1 : (places + 152) / 153;
    }
}
