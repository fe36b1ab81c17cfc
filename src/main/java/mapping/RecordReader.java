package mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file, with a limit for each of its records, so that one without an end fills no memory. A byte order mark is
 * left out. Bytes that are no UTF-8 become {@link #NO_CHARACTER}, so that they spoil their own record and no other.
 */
final class RecordReader extends Reader {

    /** No text holds it: Unicode keeps it free, and the contract of reports refuses it. */
    static final char NO_CHARACTER = '\uFFFF';

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** What a parser reads ahead. */
    private static final int AHEAD = 64 * 1024;

    private final Reader text;
    private final int maxChars;
    private long left;
    private boolean begun;
    private boolean blank = true;

    /** @param maxChars of one record */
    RecordReader(InputStream in, int maxChars) {
        this.text = new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(NO_CHARACTER)));
        this.maxChars = maxChars;
        next();
    }

    /** A record longer than the limit. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(int maxChars) {
            super("allowed are " + maxChars + " characters");
        }
    }

    /** Another record begins. */
    void next() {
        left = (long) maxChars + AHEAD;
    }

    /** Whether nothing but blanks was read. */
    boolean isBlank() {
        return blank;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (left <= 0) {
            throw new TooLarge(maxChars);
        }
        var read = text.read(into, offset, length);
        if (read > 0 && !begun) {
            begun = true;
            if (into[offset] == BYTE_ORDER_MARK) {
                System.arraycopy(into, offset + 1, into, offset, read - 1);
                read = read == 1 ? text.read(into, offset, length) : read - 1;
            }
        }
        left -= Math.max(0, read);
        for (var i = offset; blank && i < offset + read; i++) {
            blank = Character.isWhitespace(into[i]);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
