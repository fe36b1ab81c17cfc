package store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import outage.JobStatus;

/** Which waiting states a newer one has outrun, on H2 and PostgreSQL. */
class NewestTest {

    private Tables tables;
    private Newest newest;

    private void open(Database database) {
        tables = new Tables(database);
        newest = new Newest(tables.db);
        tables.take(Given.confirmed("O-1"));
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @ParameterizedTest
    @EnumSource
    void aReleaseIsOutrunByANewerOneOfItsOutage(Database database) {
        open(database);
        assertThat(newest.outruns(parcel("Release", "O-1", "O-1", 1L))).isFalse();
        tables.take(Given.dispatched("EV-2", "O-1", "TO-O-1"));

        assertThat(newest.outruns(parcel("Release", "O-1", "O-1", 1L))).isTrue();
        assertThat(newest.outruns(parcel("Release", "O-1", "O-1", 2L))).isFalse();
        assertThat(newest.outruns(parcel("Release", "O-2", "O-2", 1L))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aJobsStateIsOutrunOnlyWhereTheNewestReleaseHasTheJob(Database database) {
        open(database);
        tables.take(Given.dispatched("EV-2", "O-1", "TO-O-1"));
        tables.take(Given.dispatched("EV-3", "O-1", "TO-OTHER"));

        assertThat(newest.outruns(parcel("JobState", "TO-O-1", "O-1", 2L))).isTrue();
        assertThat(newest.outruns(parcel("JobState", "TO-GONE", "O-1", 2L))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aRequestToOmsIsOutrunByANewerOneThatCarriesItToo(Database database) {
        open(database);
        tables.take(Given.report("R-1", "O-1", JobStatus.EN_ROUTE));
        tables.take(Given.report("R-2", "O-1", JobStatus.ON_SITE));

        assertThat(newest.outruns(parcel("OmsRequest", "O-1", "O-1", 1L))).isTrue();
        assertThat(newest.outruns(parcel("OmsRequest", "O-1", "O-1", 2L))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoStateIsNeverOutrun(Database database) {
        open(database);
        tables.take(Given.dispatched("EV-2", "O-1", "TO-O-1"));

        assertThat(newest.outruns(parcel("Release", "O-1", "O-1", null))).isFalse();
        assertThat(newest.outruns(parcel("Confirmation", "C-1", "O-1", null))).isFalse();
    }

    private static Parcel parcel(String type, String subject, String outage, Long number) {
        return new Parcel("crm", "m", type, subject, outage, number, "{}");
    }
}
