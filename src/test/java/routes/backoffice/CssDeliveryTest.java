package routes.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import store.Database;

/** CSS's reader over JMS, on a real broker and database. */
class CssDeliveryTest {

    private static final String QUEUE = "css-jms:queue:css.records";

    @TempDir
    Path folder;

    private TestBroker broker;
    private HikariDataSource tables;
    private JdbcTemplate db;
    private Records records;
    private Readers readers;

    @BeforeEach
    void open() throws Exception {
        broker = new TestBroker(folder, -1);
        tables = Database.H2.fresh();
        db = new JdbcTemplate(tables);
        records = new Records(tables);
        db.update("insert into transformers (transformer, feeder) values ('T-1', 'F-1')");
    }

    private void start(String charset) throws Exception {
        readers = Readers.css(broker, tables, new TestClock(), QUEUE, charset);
    }

    @AfterEach
    void close() throws Exception {
        readers.close();
        tables.close();
        broker.close();
    }

    @Test
    void aReleaseThatComesTwiceReachesCssOnceWithTheAccountsThatItTouches() throws Exception {
        customers(2);
        start("UTF-8");
        var release = Samples.release("O-1", 1);

        readers.publish(release);
        readers.publish(release);

        eventually().until(() -> broker.count("css") == 0);
        var message = (TextMessage) only(taken());
        var all = CssRecord.of(message.getText());
        assertThat(all).extracting(CssRecord::type).containsExactly("H", "A", "A");
        assertThat(all).extracting(CssRecord::sequence).containsExactly(1, 2, 3);
        assertThat(all).extracting(CssRecord::id).containsOnly(message.getJMSCorrelationID());
        assertThat(all).allMatch(one -> one.line().length() == CssRecord.LENGTH);
        assertThat(all.get(0).outage()).isEqualTo("O-1");
        assertThat(all.get(0).release()).isEqualTo(1);
        assertThat(all)
                .filteredOn(one -> one.type().equals("A"))
                .extracting(CssRecord::account)
                .containsExactly("C-1", "C-2");
        assertThat(message.getStringProperty("JMSXGroupID")).isEqualTo("O-1");
        assertThat(answer()).isNull();
    }

    @Test
    void inCp037RecordsAreBytesOfTheirLengthWithoutLineEnds() throws Exception {
        customers(1);
        start("Cp037");

        readers.publish(Samples.release("O-1", 1));

        eventually().until(() -> broker.count("css") == 0);
        var bytes = only(taken()).getBody(byte[].class);
        assertThat(bytes).hasSize(2 * CssRecord.LENGTH);
        // H, A, 0 and the blank, as the page has them.
        assertThat(bytes[0]).isEqualTo((byte) 0xC8);
        assertThat(bytes[CssRecord.LENGTH]).isEqualTo((byte) 0xC1);
        assertThat(bytes[37]).isEqualTo((byte) 0xF0);
        assertThat(bytes[CssRecord.LENGTH - 1]).isEqualTo((byte) 0x40);
        assertThat(new String(bytes, Charset.forName("Cp037"))).contains("NEIGHBORHOOD");
    }

    @Test
    void anOutageOfFiveThousandAccountsArrivesWholeAndItsRecordSaysThatItWasLonger() throws Exception {
        customers(5000);
        start("UTF-8");
        var release = Samples.release("O-1", 1);

        readers.publish(release);

        eventually().until(() -> broker.count("css") == 0);
        var all = CssRecord.of(((TextMessage) only(taken())).getText());
        assertThat(all).hasSize(5001);
        assertThat(all.get(5000).sequence()).isEqualTo(5001);
        assertThat(records.state("css", release)).isEqualTo("DELIVERED");
        assertThat(db.queryForObject("select sent from deliveries", String.class))
                .hasSizeLessThanOrEqualTo(1_000_000)
                .endsWith("... cut here for this record: the message has " + 5001 * (CssRecord.LENGTH + 1)
                        + " characters");
    }

    @Test
    void anIdThatDoesNotFitItsColumnIsRefusedAndTheNextGoesOn() throws Exception {
        start("UTF-8");
        var tooLong = Samples.release("O".repeat(41), 1);

        readers.publish(tooLong);
        readers.publish(Samples.release("O-2", 1));

        eventually().until(() -> broker.count("css") == 0);
        assertThat(taken()).hasSize(1);
        assertThat(records.state("css", tooLong)).isEqualTo("PARKED");
        assertThat(records.deadLetters()).singleElement().satisfies(letter -> assertThat(letter)
                .containsEntry("PLACE", "css")
                .containsEntry("STEP", "MAP")
                .containsEntry("CODE", "CONTRACT_BROKEN"));
    }

    private void customers(int count) {
        db.batchUpdate(
                "insert into premises (premise, account, transformer) values (?, ?, 'T-1')",
                IntStream.rangeClosed(1, count)
                        .mapToObj(i -> new Object[] {"P-" + i, "C-" + i})
                        .toList());
    }

    private String answer() {
        return db.queryForObject("select answer from deliveries", String.class);
    }

    private static Message only(List<Message> all) throws JMSException {
        assertThat(all).hasSize(1);
        assertThat(all.get(0)).isInstanceOfAny(TextMessage.class, BytesMessage.class);
        return all.get(0);
    }

    /** Messages of which the line is still open are read in their whole length first. */
    private List<Message> taken() throws JMSException {
        var all = new ArrayList<Message>();
        try (var factory = broker.connectionFactory();
                var context = factory.createContext();
                var consumer = context.createConsumer(context.createQueue("css.records"))) {
            for (var message = consumer.receive(1000); message != null; message = consumer.receive(1000)) {
                if (message instanceof BytesMessage bytes) {
                    bytes.getBodyLength();
                }
                all.add(message);
            }
        }
        return all;
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }
}
