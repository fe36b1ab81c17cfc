package web;

import org.springframework.http.HttpStatus;

/** @param reason why something is done that another person will ask about */
record Reason(String reason) {

    private static final int LONGEST = 1000;

    /**
     * The reason.
     *
     * @throws ApiProblem when there is none, or it is too long
     */
    static String of(Reason given) {
        var reason = given == null ? null : given.reason();
        if (reason == null || reason.isBlank()) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "REASON_MISSING", "Say why: {\"reason\": \"…\"}.");
        }
        if (reason.length() > LONGEST) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST, "REASON_TOO_LONG", "A reason has at most " + LONGEST + " characters.");
        }
        return reason.strip();
    }
}
