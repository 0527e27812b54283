package org.mintline.smdpplus.order;

import java.util.function.Function;
import org.mintline.rsp.identification.ConfirmationCode;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.MatchingId;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.status.StatusCode;

/** The identifiers of ES2+ as operators write them; what is none is refused with 1.6/2.1. */
final class Numbers {
    private Numbers() {}

    static Iccid iccid(String text) {
        return parsed(text, Iccid::parse);
    }

    static Eid eid(String text) {
        return parsed(text, Eid::new);
    }

    static MatchingId matchingId(String text) {
        return parsed(text, MatchingId::new);
    }

    static ConfirmationCode confirmationCode(String text) {
        return parsed(text, ConfirmationCode::new);
    }

    private static <T> T parsed(String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new FunctionException(StatusCode.REQUEST_INVALID, e.getMessage());
        }
    }
}
