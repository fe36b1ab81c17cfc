package web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A refusal that the caller reads as RFC 9457 problem+json: a stable code, and a sentence that says what to do. */
final class ApiProblem extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    ApiProblem(HttpStatus status, String code, String detail) {
        super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
        getBody().setProperty("code", code);
    }

    /** A parameter of the address has a value that it cannot have. */
    static ApiProblem badParameter(String parameter, String detail) {
        var problem = new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_PARAMETER", detail);
        problem.getBody().setProperty("parameter", parameter);
        return problem;
    }

    /** There is no such thing. */
    static ApiProblem notFound(String code, String detail) {
        return new ApiProblem(HttpStatus.NOT_FOUND, code, detail);
    }
}
