package org.mintline.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mintline.tenancy.ClientCertificate;
import org.mintline.web.console.CertificateStates.State;

class CertificateStatesTest {
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    private final CertificateStates states = new CertificateStates(Clock.fixed(NOW, ZoneOffset.UTC));

    private State in(Duration time, Optional<Instant> revokedAt) {
        return states.of(new ClientCertificate("00", "CN=client", NOW.plus(time), NOW, revokedAt));
    }

    @Test
    void a_certificate_is_told_to_expire_soon_in_its_last_thirty_days() {
        assertThat(in(Duration.ofDays(30), Optional.empty())).isEqualTo(State.VALID);
        assertThat(in(Duration.ofDays(30).minusSeconds(1), Optional.empty())).isEqualTo(State.EXPIRES_SOON);
        assertThat(in(Duration.ofSeconds(1), Optional.empty())).isEqualTo(State.EXPIRES_SOON);
        assertThat(in(Duration.ZERO, Optional.empty())).isEqualTo(State.EXPIRED);
    }

    @Test
    void a_revoked_certificate_is_revoked_whenever_it_would_end() {
        assertThat(in(Duration.ofDays(300), Optional.of(NOW))).isEqualTo(State.REVOKED);
        assertThat(in(Duration.ofDays(-1), Optional.of(NOW))).isEqualTo(State.REVOKED);
    }
}
