package preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which bundles are suggested to whom: FR 14, 15. */
class BundleListTest {

    private static final BundleList BUNDLES = new BundleList(List.of(
            bundle("a", CustomerGroup.RESIDENTIAL),
            bundle("b", CustomerGroup.RESIDENTIAL, CustomerGroup.BUSINESS),
            bundle("c", CustomerGroup.BUSINESS),
            bundle("d", CustomerGroup.RESIDENTIAL)));

    private static Bundle bundle(String id, CustomerGroup... groups) {
        return new Bundle(id, Set.of(groups), Map.of("en", id), List.of());
    }

    private static List<String> suggested(CustomerGroup group, Map<String, Long> taken) {
        return BUNDLES.suggestedTo(group, taken).stream()
                .map(suggestion -> suggestion.bundle().id())
                .toList();
    }

    @Test
    void aGroupIsSuggestedWhatItsCustomersTookMostFirst() {
        assertThat(suggested(CustomerGroup.RESIDENTIAL, Map.of("d", 7L, "b", 2L)))
                .containsExactly("d", "b", "a");
    }

    @Test
    void beforeAnybodyTookAnythingItIsWhatIsExpectedToPlease() {
        assertThat(suggested(CustomerGroup.RESIDENTIAL, Map.of())).containsExactly("a", "b", "d");
    }

    @Test
    void whatIsMeantForAnotherGroupIsNotSuggestedHoweverOftenItWasTaken() {
        assertThat(suggested(CustomerGroup.BUSINESS, Map.of("a", 9L))).containsExactly("b", "c");
        assertThat(suggested(CustomerGroup.GOVERNMENT, Map.of("a", 9L))).isEmpty();
    }
}
