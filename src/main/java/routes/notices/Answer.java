package routes.notices;

import java.time.Duration;

/**
 * What became of a notice at its provider. A channel's route leaves one as its body, or throws: then {@link Answers} says which it
 * is. A body that is no answer means that the provider has it and gave it no id.
 */
public sealed interface Answer {

    /**
     * The provider has it.
     *
     * @param providerId by which the provider knows it; nullable
     */
    record Handed(String providerId) implements Answer {}

    /** It was asked, and does not have it; or it cannot be asked. */
    record NotThere() implements Answer {}

    /**
     * It was not taken, for this sender has sent enough for now (429, 20429).
     *
     * @param pause how long the sender is left alone
     * @param code a code of the error catalogue, or the provider's
     */
    record Later(Duration pause, String code, String cause) implements Answer {}

    /** The provider was not reached, so that it does not have it; the whole channel waits. */
    record Unreachable(String code, String cause) implements Answer {}

    /** No answer, or a fault of the provider's own: nobody knows whether it has it. */
    record NoAnswer(String code, String cause) implements Answer {}

    /** Nobody is reached at this address, now or later: that is kept, and the receiver's next channel is tried. */
    record BadAddress(String code, String cause) implements Answer {}

    /** Who has this address has told the provider to stop: nothing goes there any more. */
    record Stopped(String code, String cause) implements Answer {}

    /** This notice will never be taken here: the receiver's next channel is tried. */
    record Refused(String code, String cause) implements Answer {}
}
