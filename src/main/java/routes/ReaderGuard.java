package routes;

/** What must be so before a reader's route starts, and what follows when it is gone. */
public interface ReaderGuard {

    /** @throws IllegalStateException saying what is wrong with this reader, and what to do */
    void check(Reader reader);

    /** The reader was taken out for good: what was made for it alone may go. */
    default void gone(Reader reader) {}
}
