package web;

import com.fasterxml.jackson.databind.JsonNode;
import mapping.Canonical;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Hides customers' data in every answer of {@code /api/operations} from who may not see it, whichever controller gives it: a
 * new one need not think of it. Bytes and streams pass as they are.
 */
@RestControllerAdvice
class DeskAnswers implements ResponseBodyAdvice<Object> {

    private static final String DESK = "/api/operations";

    private final Sight sight;

    DeskAnswers(Sight sight) {
        this.sight = sight;
    }

    @Override
    public boolean supports(MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object beforeBodyWrite(
            Object body,
            MethodParameter answer,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        var asked = ((ServletServerHttpRequest) request).getServletRequest();
        return asked.getRequestURI().startsWith(asked.getContextPath() + DESK) && !sight.isFull(asked)
                ? shown(body)
                : body;
    }

    private Object shown(Object body) {
        if (body == null || body instanceof byte[] || body instanceof ProblemDetail) {
            return body;
        }
        if (body instanceof String text) {
            return sight.data().hidden(text);
        }
        return sight.data().hidden(body instanceof JsonNode tree ? tree : Canonical.tree(body));
    }
}
