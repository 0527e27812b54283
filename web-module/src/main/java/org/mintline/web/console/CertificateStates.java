package org.mintline.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.mintline.tenancy.ClientCertificate;

/** How client certificates stand now. */
@Named
@ApplicationScoped
public class CertificateStates {
    private static final Duration SOON = Duration.ofDays(30);

    private Clock clock;

    /** For the container's proxy. */
    protected CertificateStates() {}

    /** @param clock says what is expired */
    @Inject
    public CertificateStates(Clock clock) {
        this.clock = clock;
    }

    /** How a certificate stands. */
    public enum State {
        /** It names its owner. */
        VALID("state-good"),
        /** It does so for some days more. */
        EXPIRES_SOON("state-warn"),
        /** Its time is over. */
        EXPIRED("state-bad"),
        /** Somebody ended it. */
        REVOKED("state-gone");

        private final String style;

        State(String style) {
            this.style = style;
        }

        /** Its style class. */
        public String getStyle() {
            return style;
        }
    }

    /** How a certificate stands. */
    public State of(ClientCertificate certificate) {
        Instant now = clock.instant();
        if (certificate.revokedAt().isPresent()) {
            return State.REVOKED;
        }
        if (!certificate.notAfter().isAfter(now)) {
            return State.EXPIRED;
        }
        return certificate.notAfter().isBefore(now.plus(SOON)) ? State.EXPIRES_SOON : State.VALID;
    }
}
