package routes.operations;

import jakarta.jms.JMSException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jms.JmsException;
import org.springframework.stereotype.Component;
import store.DeadLetter;
import store.DeadLetters;
import store.LetterBatch.Turn;
import store.LetterTurns;

/**
 * The steps of batches: whose turn it is, and sending it. First the message, then its mark: a hub that is killed between the two sends
 * that letter once more, and its reader knows the repeat.
 */
@Component
class LetterBatchSteps {

    private static final Logger log = LoggerFactory.getLogger(LetterBatchSteps.class);

    private final LetterTurns turns;
    private final DeadLetters letters;
    private final WaysBack ways;

    LetterBatchSteps(LetterTurns turns, DeadLetters letters, WaysBack ways) {
        this.turns = turns;
        this.letters = letters;
        this.ways = ways;
    }

    /** The letters of this second. */
    public List<Turn> due() {
        return turns.due();
    }

    /** Sends the letter, unless its batch was stopped, or it is not open any more. */
    public void send(Turn turn) {
        if (!turns.isOurs(turn.batch())) {
            return;
        }
        var found = letters.find(turn.letter()).orElse(null);
        if (found == null || found.line().state() != DeadLetters.State.OPEN) {
            turns.skip(
                    turn,
                    found == null
                            ? "it is not there any more"
                            : "it is " + found.line().state());
            return;
        }
        if (!ways.places().contains(found.letter().place())) {
            turns.fail(turn, "nobody reads for " + found.letter().place() + " any more");
            return;
        }
        if (isSent(turn, found.letter())) {
            turns.sent(turn);
        }
    }

    private boolean isSent(Turn turn, DeadLetter letter) {
        try {
            ways.send(letter, letter.came(), letter.headers());
            return true;
        } catch (RuntimeException e) {
            var why = e.getCause() == null ? e : e.getCause();
            if (isOfTheBroker(e)) {
                waitForTheBroker(turn, why);
            } else {
                turns.fail(turn, why.getClass().getName());
                log.atError()
                        .addKeyValue("deadLetterId", letter.id())
                        .addKeyValue("neighbour", letter.place())
                        .addKeyValue("cause", why.getClass().getName())
                        .log("A dead letter of a batch could not be sent; it stays open");
            }
            return false;
        }
    }

    /** The letter's turn comes again. */
    private void waitForTheBroker(Turn turn, Throwable why) {
        if (turns.trouble(turn.batch(), "the broker does not take it: " + why.getMessage())) {
            log.atWarn()
                    .addKeyValue("batchId", turn.batch())
                    .addKeyValue("cause", why.getClass().getName())
                    .log("A batch of dead letters waits for the broker");
        }
    }

    private static boolean isOfTheBroker(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof JMSException || cause instanceof JmsException) {
                return true;
            }
        }
        return false;
    }
}
