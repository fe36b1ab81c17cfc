package web;

import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every refusal as RFC 9457 problem+json, Spring's own (405, 415, an unreadable body) too. */
@RestControllerAdvice
class ApiProblems extends ResponseEntityExceptionHandler {}
