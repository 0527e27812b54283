package org.mintline.web.console;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** The answer for a thing that is not there, or that is another operator's. */
final class NotFound {
    private NotFound() {}

    /** What was found; without it, the answer of this request is that there is nothing at the address. */
    static <T> Optional<T> unless(Optional<T> found) throws IOException {
        if (found.isEmpty()) {
            FacesContext context = FacesContext.getCurrentInstance();
            context.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
            context.responseComplete();
        }
        return found;
    }

    /** What a text of the address stands for; empty if there is none or it is malformed. */
    static <T> Optional<T> parsed(String text, Function<String, T> parse) {
        try {
            return Optional.ofNullable(text).map(parse);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
