package outage;

/**
 * Something that a back office holds otherwise than the hub.
 *
 * @param kind which
 * @param subject as the hub calls it, or, where the hub knows none, as the back office does
 * @param outage its outage; null where the hub knows none
 * @param here what the hub holds; null for nothing
 * @param there what the back office holds; null for nothing
 */
public record Difference(Kind kind, String subject, String outage, String here, String there) {

    /** In what they differ. */
    public enum Kind {
        /** It is open here, and the back office does not hold it as open. */
        MISSING_THERE,
        /** The back office holds it as open, and here it is closed, or nobody knows it. */
        MISSING_HERE,
        OTHER_STATUS,
        OTHER_ERT,
        /** Status and estimate are the same, and yet the back office has another state than the newest. */
        OTHER_RELEASE
    }
}
