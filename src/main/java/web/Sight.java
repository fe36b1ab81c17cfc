package web;

import jakarta.servlet.http.HttpServletRequest;
import mapping.PersonalData;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who is shown customers' data at the operator's desk: the administrator, and nobody else (docs/security.md). */
@Component
class Sight {

    private final PersonalData data;

    Sight(@Value("${hub.oan.phone}") String phone) {
        this.data = new PersonalData(phone);
    }

    /** Whether who asks is shown everything. */
    boolean isFull(HttpServletRequest request) {
        return request.isUserInRole("ADMIN");
    }

    /** The text as who asks is shown it. */
    String shown(String text, HttpServletRequest request) {
        return isFull(request) ? text : data.hidden(text);
    }

    PersonalData data() {
        return data;
    }
}
