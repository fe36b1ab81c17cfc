package mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reports of a file, one after the other, however many there are: no more than one is held. Each stands for itself. From
 * where a file can be read no further, the rest of it is one refused report.
 */
public abstract class ReportFile implements Iterator<FiledReport>, Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(ReportFile.class);

    private static final List<Fault> EMPTY = List.of(Fault.of(FaultCode.EMPTY, ""));

    private final RecordReader text;
    private FiledReport next;
    private long number;
    private boolean ended;

    ReportFile(RecordReader text) {
        this.text = text;
    }

    /** How a file is written; the end of its name says so. */
    public enum Form {
        JSON,
        XML,
        CSV;

        /** @throws IllegalArgumentException when the name ends otherwise */
        public static Form of(String fileName) {
            return valueOf(fileName.substring(fileName.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT));
        }
    }

    /**
     * The reports of a file.
     *
     * @param in UTF-8, with or without a byte order mark; closed with the file
     * @param maxChars of one report
     */
    public static ReportFile open(Form form, InputStream in, ReportContract contract, int maxChars) {
        var text = new RecordReader(in, maxChars);
        return switch (form) {
            case JSON -> new JsonFile(text);
            case XML -> new XmlFile(text, contract.xml());
            case CSV -> new CsvFile(text);
        };
    }

    /** A file that is refused as a whole and not read. */
    public static ReportFile refused(Fault why) {
        return new ReportFile(new RecordReader(InputStream.nullInputStream(), 0)) {
            @Override
            FiledReport read(long reportNumber) {
                throw new Refused(why);
            }

            @Override
            long line() {
                return 1;
            }
        };
    }

    /**
     * The next report; null at the end.
     *
     * @throws Refused when nothing after this can be read
     */
    abstract FiledReport read(long reportNumber) throws IOException;

    /** Where reading stands, from 1. */
    abstract long line();

    /** The fault with its place as this form calls it. */
    public Fault named(Fault fault) {
        return fault;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            next = advance();
            ended |= next == null;
        }
        return next != null;
    }

    /** @throws UncheckedIOException when the file cannot be read now; it says nothing about what is in it */
    @Override
    public FiledReport next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var report = next;
        next = null;
        return report;
    }

    private FiledReport advance() {
        text.next();
        number++;
        try {
            var report = read(number);
            return report == null && number == 1 ? rest(1, EMPTY) : report;
        } catch (Refused e) {
            return rest(line(), e.faults());
        } catch (RecordReader.TooLarge e) {
            return rest(line(), List.of(Fault.of(FaultCode.TOO_LARGE, "", e.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            // Its words may quote a customer.
            LOG.atError()
                    .addKeyValue("errorCode", FaultCode.UNFORESEEN)
                    .addKeyValue("cause", e.getClass().getName())
                    .log("A file stumbled the hub");
            return rest(line(), List.of(Fault.of(FaultCode.UNFORESEEN, "")));
        }
    }

    /** What a parser says may only be that the disk failed, or that the limit was reached: this goes first. */
    static void rethrowReading(JsonProcessingException e) throws IOException {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io && !(cause instanceof JsonProcessingException)) {
                throw io;
            }
        }
    }

    private FiledReport rest(long line, List<Fault> faults) {
        ended = true;
        return FiledReport.refused(number, line, "", faults);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
