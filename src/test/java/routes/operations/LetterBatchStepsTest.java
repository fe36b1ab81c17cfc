package routes.operations;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jms.UncategorizedJmsException;
import store.DeadLetter;
import store.DeadLetters;
import store.LetterBatch.Turn;
import store.LetterLine;
import store.LetterTurns;

/** One letter's turn: sent and marked, or why not. */
class LetterBatchStepsTest {

    private static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");
    private static final Turn TURN = new Turn("b1", 1, "l1");
    private static final DeadLetter LETTER = new DeadLetter(
            "l1", "crm", DeadLetter.Step.DELIVER, "HTTP_422", "why", "OUT-1", "m1", 1, AT, "{}", null, Map.of());

    private final LetterTurns turns = mock(LetterTurns.class);
    private final DeadLetters letters = mock(DeadLetters.class);
    private final WaysBack ways = mock(WaysBack.class);
    private final LetterBatchSteps steps = new LetterBatchSteps(turns, letters, ways);

    @BeforeEach
    void given() {
        when(turns.isOurs("b1")).thenReturn(true);
        when(ways.places()).thenReturn(Set.of("crm"));
        letter(DeadLetters.State.OPEN);
    }

    private void letter(DeadLetters.State state) {
        var line = new LetterLine(
                "l1",
                "crm",
                DeadLetter.Step.DELIVER,
                "HTTP_422",
                "why",
                "g1",
                "OUT-1",
                "m1",
                1,
                AT,
                state,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        when(letters.find("l1")).thenReturn(Optional.of(new DeadLetters.Entry(LETTER, line, null, null)));
    }

    @Test
    void anOpenLetterIsSentAsItCameAndMarked() {
        steps.send(TURN);

        verify(ways).send(LETTER, "{}", Map.of());
        verify(turns).sent(TURN);
    }

    @Test
    void nothingIsSentOnceTheBatchIsStopped() {
        when(turns.isOurs("b1")).thenReturn(false);

        steps.send(TURN);

        verifyNoInteractions(ways);
    }

    @Test
    void whatSomebodyElseDidMeanwhileIsSkipped() {
        letter(DeadLetters.State.DISCARDED);

        steps.send(TURN);

        verify(turns).skip(TURN, "it is DISCARDED");
        verify(ways, never()).send(any(), any(), any());
    }

    @Test
    void whileTheBrokerIsAwayTheLettersTurnStaysAndTheBatchSaysWhy() {
        fails(new UncategorizedJmsException("no broker"));

        steps.send(TURN);

        verify(turns).trouble(eq("b1"), contains("no broker"));
        verify(turns, never()).sent(any());
        verify(turns, never()).fail(any(), anyString());
    }

    @Test
    void aLetterThatCannotBeSentHoldsNobodyUp() {
        fails(new IllegalStateException("a fault of the hub"));

        steps.send(TURN);

        verify(turns).fail(TURN, "java.lang.IllegalStateException");
    }

    @Test
    void aLetterOfAReaderThatIsGoneStaysOpen() {
        when(ways.places()).thenReturn(Set.of("css"));

        steps.send(TURN);

        verify(turns).fail(TURN, "nobody reads for crm any more");
    }

    private void fails(RuntimeException cause) {
        var failed = new CamelExecutionException("failed", mock(Exchange.class), cause);
        doThrow(failed).when(ways).send(any(), any(), any());
    }
}
