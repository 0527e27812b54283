package org.mintline.device.lpa;

import java.util.Optional;
import org.mintline.rsp.data.StoreMetadataRequest;

/** What the LPA asks of the end user (SGP.22 v2.5, clause 3.1.3). */
public interface EndUser {
    /** How the end user decides. */
    enum Decision {
        /** Install the profile. */
        CONSENT,
        /** Do not install it, now or ever. */
        REJECT,
        /** Not now. */
        POSTPONE
    }

    /** Agrees to everything and knows no confirmation code. */
    EndUser AGREEING = of(Optional.empty());

    /** An end user that agrees to everything. */
    static EndUser of(Optional<String> confirmationCode) {
        return new EndUser() {
            @Override
            public Decision decide(StoreMetadataRequest profile) {
                return Decision.CONSENT;
            }

            @Override
            public Optional<String> confirmationCode() {
                return confirmationCode;
            }
        };
    }

    /** Whether this profile is to be installed. */
    Decision decide(StoreMetadataRequest profile);

    /** The confirmation code, when the operator asks for one. */
    Optional<String> confirmationCode();
}
