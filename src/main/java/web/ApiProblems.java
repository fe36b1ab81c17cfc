package web;

import mapping.Refused;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every refusal as RFC 9457 problem+json, Spring's own (405, 415, an unreadable body) too. */
@RestControllerAdvice
class ApiProblems extends ResponseEntityExceptionHandler {

    /** A body whose sender sits at the other end; doors of neighbours keep it too, and so answer by themselves. */
    @ExceptionHandler(Refused.class)
    ResponseEntity<Object> refused(Refused refused) {
        return Refusals.answer(refused.faults());
    }
}
