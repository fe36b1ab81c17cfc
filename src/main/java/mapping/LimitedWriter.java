package mapping;

import java.io.IOException;
import java.io.Writer;

/** Keeps what is written in memory, and takes no more than it may. */
final class LimitedWriter extends Writer {

    private final int maxChars;
    private final StringBuilder text = new StringBuilder();

    LimitedWriter(int maxChars) {
        this.maxChars = maxChars;
    }

    /** There is no room for more. An IOException, for that passes through Jackson and FreeMarker as it is. */
    static final class Full extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void write(char[] chars, int from, int length) throws IOException {
        room(length);
        text.append(chars, from, length);
    }

    @Override
    public void write(String chars, int from, int length) throws IOException {
        room(length);
        text.append(chars, from, from + length);
    }

    private void room(int length) throws Full {
        if (length > maxChars - text.length()) {
            throw new Full();
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }
}
