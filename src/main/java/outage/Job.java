package outage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A job as far as it is known (rules.md §2).
 *
 * @param id the trouble order's or work order's id
 * @param kind which of the two
 * @param troubleOrder the trouble order a work order came from; nullable
 * @param crew who has it; nullable
 * @param status how far it is; null before the crew acknowledged
 * @param ert the crew's latest estimate; nullable
 * @param assessment what the repair needs; nullable
 * @param notes what the crew wrote, oldest first; never null
 */
public record Job(
        String id,
        JobKind kind,
        String troubleOrder,
        String crew,
        Fact<JobStatus> status,
        Fact<Instant> ert,
        Fact<Assessment> assessment,
        List<Note> notes) {
    public Job {
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    /** A line that somebody wrote, with the device's time and the report that brought it. */
    public record Note(Instant at, String text, String report) {}

    static Job of(JobRef ref) {
        return new Job(ref.id(), ref.kind(), ref.troubleOrder(), null, null, null, null, List.of());
    }

    /** Whether the crew is still at it, or has it before them. */
    public boolean active() {
        return status == null || !status.value().ended();
    }

    /** Two outages' accounts of this job in one (rules.md §2, merge): of each fact the later, and all notes. */
    Job with(Job other) {
        var laterStatus = later(status, other.status);
        var own = Objects.equals(laterStatus, status);
        var first = own ? crew : other.crew;
        var second = own ? other.crew : crew;
        return new Job(
                id,
                kind,
                troubleOrder == null ? other.troubleOrder : troubleOrder,
                first == null ? second : first,
                laterStatus,
                later(ert, other.ert),
                later(assessment, other.assessment),
                Stream.concat(other.notes.stream(), notes.stream()).distinct().toList());
    }

    private static <T> Fact<T> later(Fact<T> one, Fact<T> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.deviceTime().isBefore(other.deviceTime()) ? other : one;
    }

    Job withCrew(String newCrew) {
        return new Job(id, kind, troubleOrder, newCrew, status, ert, assessment, notes);
    }

    Job withStatus(Fact<JobStatus> newStatus) {
        return new Job(id, kind, troubleOrder, crew, newStatus, ert, assessment, notes);
    }

    Job withErt(Fact<Instant> newErt) {
        return new Job(id, kind, troubleOrder, crew, status, newErt, assessment, notes);
    }

    Job withAssessment(Fact<Assessment> newAssessment) {
        return new Job(id, kind, troubleOrder, crew, status, ert, newAssessment, notes);
    }

    Job withNote(Note note) {
        var all = new ArrayList<>(notes);
        all.add(note);
        return new Job(id, kind, troubleOrder, crew, status, ert, assessment, all);
    }
}
