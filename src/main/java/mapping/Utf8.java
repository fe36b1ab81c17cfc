package mapping;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bytes from outside as text; nothing is replaced in silence. */
public final class Utf8 {

    private Utf8() {}

    /**
     * The text.
     *
     * @throws Refused when the bytes are not UTF-8
     */
    public static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refused(Fault.of(FaultCode.NOT_UTF8, ""));
        }
    }
}
