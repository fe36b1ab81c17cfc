package routes;

/** What must be so before a reader's route starts. */
public interface ReaderGuard {

    /** @throws IllegalStateException saying what is wrong with this reader, and what to do */
    void check(Reader reader);
}
