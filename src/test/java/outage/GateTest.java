package outage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Architecture, flow 8: limits here are 1000 messages and 80 per cent. */
class GateTest {

    @ParameterizedTest(name = "open={0}, {1} waiting, {2} % of the disk: {3}")
    @CsvSource({
        "true, 0, 10, UNCHANGED",
        "true, 999, 79, UNCHANGED",
        "true, 1000, 10, CLOSED",
        "true, 0, 80, CLOSED",
        "false, 999, 10, UNCHANGED",
        "false, 801, 10, UNCHANGED",
        "false, 800, 75, OPENED",
        "false, 0, 76, UNCHANGED",
        "false, 2000, 10, UNCHANGED"
    })
    void theGateTurnsAtItsLimitsAndBackOnlyWithRoomToSpare(boolean open, long waiting, int disk, Gate.Turn turn) {
        var gate = new Gate(1000, 80);
        if (!open) {
            gate.look(1000, 80);
        }

        var turned = gate.look(waiting, disk);

        assertThat(turned).isEqualTo(turn);
        assertThat(gate.isOpen()).isEqualTo(turn == Gate.Turn.OPENED || (open && turn == Gate.Turn.UNCHANGED));
    }
}
