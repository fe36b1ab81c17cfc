package store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a cause is the same in all letters of one fault. */
class CauseFormTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    crm answered 422: account of OUT-7 is closed; mend it | crm answered …: account of … is closed; mend it
                    crm answered 422: {"error": "no account A-17"}        | crm answered …: {"error": …}
                    crm answered 422: {"error": "account is closed"}      | crm answered …: {"error": "account is closed"}
                    wms says: Work center LC07 does not exist             | wms says: Work center … does not exist
                    wms says: Work center SOUTH does not exist            | wms says: Work center SOUTH does not exist
                    BAD_TIME at /jobs/12/ert: it is no time: "2026-11-24" | BAD_TIME at /jobs/…/ert: it is no time: …
                    meters M-1, M-2, M-3 are unknown                      | meters … are unknown
                    no answer from sam@example.com at 10:31:07.5Z         | no answer from … at …
                    MISSING at /a/1; MISSING at /a/2; MISSING at /b       | MISSING at /a/…; MISSING at /b
                    nothing differs                                       | nothing differs
                    """)
    void idsAndNumbersAreTakenOut(String cause, String form) {
        assertThat(CauseForm.of(cause, "OUT-7", null)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({"storm of north is over,storm of … is over", "a $1 bill and \\ more,a $… bill and \\ more"})
    void idsOfTheMessageAreTakenOutWhateverTheyLookLike(String cause, String form) {
        assertThat(CauseForm.of(cause, "north", "")).isEqualTo(form);
    }
}
