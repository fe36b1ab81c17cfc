package store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mapping.Canonical;

/**
 * A route or a mapping that came after the hub's release.
 *
 * @param kind what it is
 * @param name the route's id, or the mapping's neighbour
 * @param version in force; null for what the hub brings along, or nothing
 * @param since when that came into force; null when nothing was ever taken
 * @param by who brought it into force; null likewise
 * @param refused what was offered last and not taken; null when the last was taken
 */
public record Deployment(Kind kind, String name, Integer version, Instant since, String by, Refused refused) {

    /** What can be deployed. */
    public enum Kind {
        ROUTE,
        MAPPING
    }

    /**
     * What somebody wants to deploy.
     *
     * @param files text by file name
     * @param source where it lies
     * @param hub that found it there
     * @param by who put it there, as far as is known
     */
    public record Offer(Kind kind, String name, Map<String, String> files, String source, String hub, String by) {

        /** The same for the same files. */
        public String digest() {
            try {
                var text = Canonical.write(new TreeMap<>(files)).getBytes(StandardCharsets.UTF_8);
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(text));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * One of the last versions.
     *
     * @param version counted from 1
     * @param files their names
     */
    public record Version(int version, Instant at, String by, String source, String hub, List<String> files) {}

    /**
     * What was not taken.
     *
     * @param code of the error catalogue
     * @param cause what is wrong, where, and what to do
     */
    public record Refused(String code, String cause, String source, Instant at) {}
}
