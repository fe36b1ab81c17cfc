package lab;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * OMS, played: says what happens to outages, and answers the hub's requests as it was told to. Asked the same again, it
 * gives its first answer, as its contract says. It speaks to the hub's broker over TCP, as the real one would.
 */
public final class PlayedOms implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PlayedOms.class);
    private static final long STEP_MILLIS = 200;

    private final String url;
    private final String password;
    private final Pace pace;
    private final Receipts received;
    private final Journal answersFile;
    private final Map<String, Deque<OmsBehaviour>> script = new ConcurrentHashMap<>();
    private final Map<String, OmsFacts> known = new ConcurrentHashMap<>();
    private final Map<String, String> firstAnswers = new ConcurrentHashMap<>();
    private final Map<String, OmsBehaviour> chosen = new HashMap<>();
    private final ExecutorService thinking = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "played-oms-thinking");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Function<OmsXml.Request, OmsBehaviour> usual = request -> OmsBehaviour.OK;
    private final Set<String> thoughtAbout = new HashSet<>();
    private final Object answering = new Object();
    private volatile JmsLink link;

    /**
     * A line of the file of answers.
     *
     * @param request the request's MessageID
     * @param result as it was said
     * @param repeat whether it was said before
     */
    public record Answered(String request, String result, boolean repeat) {}

    /**
     * @param url of the hub's broker, such as {@code tcp://127.0.0.1:61616}
     * @param files folder for {@code oms.jsonl} and {@code oms-answers.jsonl}; null for none
     */
    public PlayedOms(String url, String password, Pace pace, Path files) {
        this.url = url;
        this.password = password;
        this.pace = pace;
        received = new Receipts(files == null ? null : files.resolve("oms.jsonl"));
        answersFile = files == null ? null : new Journal(files.resolve("oms-answers.jsonl"));
    }

    /** Picks up the line; what waits in its queue comes now. */
    public synchronized void on() {
        if (link == null) {
            link = new JmsLink(url, "oms", password);
            link.consume("oms.requests", this::take);
        }
    }

    /** Hangs up: requests stay in the queue, nothing is answered. */
    public synchronized void off() {
        if (link != null) {
            link.close();
            link = null;
        }
    }

    /** What it answers to requests about this outage, one after the other; the last goes on holding. */
    public void play(String outage, OmsBehaviour... behaviours) {
        var queue = new ArrayDeque<OmsBehaviour>();
        for (var behaviour : behaviours) {
            queue.add(behaviour);
        }
        script.put(outage, queue);
    }

    /** What it answers where nothing else was said. */
    public void usually(Function<OmsXml.Request, OmsBehaviour> behaviour) {
        usual = behaviour;
    }

    /** Knows of an outage without having told the hub. */
    public void knows(OmsFacts facts) {
        known.merge(facts.outage(), facts, OmsFacts::with);
    }

    /**
     * Tells the hub of an outage; returns when the broker has it.
     *
     * @return the event's MessageID
     */
    public String tell(OmsEventText.Type type, OmsFacts facts) {
        return tell("EV-" + UUID.randomUUID(), type, facts);
    }

    /** The same with an id of the caller's, so that it can be said twice. */
    public String tell(String id, OmsEventText.Type type, OmsFacts facts) {
        knows(facts);
        line().send("oms.events", OmsEventText.of(id, type, facts, pace.now()), id, Map.of());
        return id;
    }

    /** Sends any text at all to {@code oms.events}. */
    public void tellRaw(String text) {
        line().send("oms.events", text, null, Map.of());
    }

    public Receipts received() {
        return received;
    }

    private JmsLink line() {
        var line = link;
        if (line == null) {
            throw new IllegalStateException("OMS is switched off");
        }
        return line;
    }

    private void take(Message message) throws JMSException {
        var body = message.getBody(String.class);
        var request = OmsXml.request(body);
        received.add(request.outage(), new Receipt(pace.now(), headers(message, request), body));
        synchronized (answering) {
            var first = firstAnswers.get(request.messageId());
            var behaviour = chosen.computeIfAbsent(request.messageId(), id -> choose(request));
            if (first != null) {
                say(request, first, true);
            } else if (behaviour.result() == null) {
                LOG.debug("OMS keeps silent about {}", request.messageId());
            } else if (behaviour.after().isZero()) {
                answer(request, behaviour);
            } else if (thoughtAbout.add(request.messageId())) {
                answerAt(pace.now().plus(behaviour.after()), request, behaviour);
            }
        }
    }

    /** In short steps, for the play's time may get faster meanwhile. */
    private void answerAt(Instant due, OmsXml.Request request, OmsBehaviour behaviour) {
        var left = pace.real(Duration.between(pace.now(), due)).toMillis();
        CompletableFuture.delayedExecutor(Math.min(Math.max(left, 1), STEP_MILLIS), TimeUnit.MILLISECONDS, thinking)
                .execute(() -> thought(due, request, behaviour));
    }

    private void thought(Instant due, OmsXml.Request request, OmsBehaviour behaviour) {
        synchronized (answering) {
            if (link == null || pace.now().isBefore(due)) {
                answerAt(due, request, behaviour);
            } else {
                answer(request, behaviour);
            }
        }
    }

    private void answer(OmsXml.Request request, OmsBehaviour behaviour) {
        say(request, OmsXml.response(request, behaviour, known.get(request.outage()), pace.now()), false);
    }

    private void say(OmsXml.Request request, String answer, boolean repeat) {
        firstAnswers.putIfAbsent(request.messageId(), answer);
        line().send("oms.replies", answer, request.messageId(), Map.of());
        if (answersFile != null) {
            answersFile.append(new Answered(request.messageId(), OmsXml.result(answer), repeat));
        }
    }

    private OmsBehaviour choose(OmsXml.Request request) {
        var queue = script.get(request.outage());
        if (queue == null || queue.isEmpty()) {
            return usual.apply(request);
        }
        return queue.size() > 1 ? queue.poll() : queue.peek();
    }

    private static Map<String, String> headers(Message message, OmsXml.Request request) throws JMSException {
        var headers = new HashMap<String, String>();
        headers.put("MessageID", request.messageId());
        headers.put("JMSMessageID", message.getJMSMessageID());
        if (message.getJMSCorrelationID() != null) {
            headers.put("JMSCorrelationID", message.getJMSCorrelationID());
        }
        return headers;
    }

    /** Forgets what was said and heard, and goes back to its usual manners. */
    public void reset() {
        script.clear();
        received.clear();
        usual = request -> OmsBehaviour.OK;
    }

    @Override
    public void close() {
        off();
        thinking.shutdownNow();
    }
}
