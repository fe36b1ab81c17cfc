package mapping;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Records of fixed width in the code page of whoever reads them. */
public final class Records {

    private Records() {}

    /**
     * The message as it goes out: as it is for UTF-8; in another code page as bytes without line ends, for a mainframe knows
     * records by their length, and has no line feed that both its pages agree on.
     *
     * @param records each with a line feed at its end
     * @param charset such as UTF-8 or Cp037
     * @return a {@code String} for UTF-8, else a {@code byte[]}
     * @throws MappingException when a character is not in the code page
     */
    public static Object encoded(String records, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return records;
        }
        try {
            var bytes = charset.newEncoder().encode(CharBuffer.wrap(records.replace("\n", "")));
            var all = new byte[bytes.remaining()];
            bytes.get(all);
            return all;
        } catch (CharacterCodingException e) {
            throw new MappingException(
                    MappingException.Code.CONTRACT_BROKEN,
                    "the message has a character that " + charset + " does not have; mend the mapping",
                    e);
        }
    }
}
