package mapping;

import java.util.List;
import java.util.stream.Collectors;

/** A message is against its contract; names all of its faults. */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public Refused(List<Fault> faults) {
        super(faults.stream().map(fault -> fault.code().name()).distinct().collect(Collectors.joining(", ")));
        this.faults = List.copyOf(faults);
    }

    public Refused(Fault fault) {
        this(List.of(fault));
    }

    public List<Fault> faults() {
        return faults;
    }
}
