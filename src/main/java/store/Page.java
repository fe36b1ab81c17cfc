package store;

/**
 * Which part of a list is wanted.
 *
 * @param number of the page, from 0
 * @param size how many are on a page, at least 1
 */
public record Page(int number, int size) {

    /** How many come before this page. */
    public long offset() {
        return (long) number * size;
    }
}
