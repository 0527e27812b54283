package org.mintline.web.rest.administration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotFoundException;
import java.util.Optional;
import org.mintline.tenancy.Operator;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.tenancy.OperatorId;

/** Who is meant, and who asks. */
final class Callers {
    private Callers() {}

    /**
     * The operator of a path.
     *
     * @throws NotFoundException if there is none of that number
     */
    static Operator operator(OperatorDirectory operators, long id) {
        return Optional.of(id)
                .filter(number -> number > 0)
                .flatMap(number -> operators.find(new OperatorId(number)))
                .orElseThrow(NotFoundException::new);
    }

    /** The user that asks, for the audit trail. */
    static String actor(HttpServletRequest http) {
        return "administration:" + http.getUserPrincipal().getName();
    }
}
