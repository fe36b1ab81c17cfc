package mapping;

import java.util.List;
import java.util.stream.Collectors;

/** A message could not be made, or is against its contract; or the mapping itself cannot be read. */
public class MappingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Code code;
    private final transient Place place;
    private final transient List<Fault> faults;

    /** What went wrong. All of them are refusals (rules.md §3): the message is parked, and the subject's next one is sent. */
    public enum Code {
        /** The mapping's own files cannot be read: empty, or not what their names say. */
        MAPPING_BROKEN,
        /** The mapping stumbled. */
        MAPPING_FAILED,
        /** The mapping took longer than it may. */
        MAPPING_TOO_SLOW,
        /** The mapping made more than it may. */
        MAPPING_TOO_BIG,
        /** The mapping calls itself too deeply, perhaps for ever. */
        MAPPING_TOO_DEEP,
        /** What the mapping made is not what the contract wants. */
        CONTRACT_BROKEN
    }

    public MappingException(Code code, String message, Throwable cause) {
        this(code, null, List.of(), message, cause);
    }

    MappingException(Code code, Place place, String why, Throwable cause) {
        this(code, place, List.of(), place + ": it " + why + "; mend the mapping", cause);
    }

    private MappingException(Code code, Place place, List<Fault> faults, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.place = place;
        this.faults = faults;
    }

    static MappingException broken(Place place, String why, Throwable cause) {
        return new MappingException(Code.MAPPING_BROKEN, place, "cannot be read: " + why, cause);
    }

    static MappingException failed(Place place, String why, Throwable cause) {
        return new MappingException(Code.MAPPING_FAILED, place, "stumbled: " + why, cause);
    }

    static MappingException contract(String mapping, List<Fault> faults) {
        return new MappingException(
                Code.CONTRACT_BROKEN,
                Place.in(mapping),
                faults,
                mapping + " made a message against its contract: "
                        + faults.stream().map(Fault::line).collect(Collectors.joining("; ")) + "; mend the mapping",
                null);
    }

    public Code code() {
        return code;
    }

    /** Where in the mapping's files; null when that is not known. */
    public Place place() {
        return place;
    }

    /** What is against the contract, with its places in what was made; empty when it is something else, or has no places. */
    public List<Fault> faults() {
        return faults == null ? List.of() : faults;
    }
}
