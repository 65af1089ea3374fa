package org.demarche.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * What went wrong, as programs are told it (RFC 9457), and as the error page takes it.
 *
 * @param type always {@code about:blank}: the status says which kind of problem it is
 * @param title the name of the status
 * @param detail a sentence for the reader
 * @param violations null where no field is at fault
 * @param current the record as it stands now where a change met another's, else null
 * @param reference what the log has beside the cause of an unexpected error, else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(String type, String title, int status, String detail, List<Violation> violations, Object current,
        String reference) {

    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String detail) {
        return new Problem("about:blank", nameOf(status), status, detail, null, null, null);
    }

    Problem with(List<Violation> violations) {
        return new Problem(type, title, status, detail, violations, current, reference);
    }

    Problem withCurrent(Object current) {
        return new Problem(type, title, status, detail, violations, current, reference);
    }

    Problem withReference(String reference) {
        return new Problem(type, title, status, detail, violations, current, reference);
    }

    private static String nameOf(int status) {
        // Jakarta REST has no constant for it.
        if (status == 422) {
            return "Unprocessable Content";
        }
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }
}
