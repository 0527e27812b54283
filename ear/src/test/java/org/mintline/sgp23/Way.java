package org.mintline.sgp23;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.mintline.device.lpa.Es9PlusException;
import org.mintline.device.lpa.RspServers;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.server.RunningServer;

/** The curve of the eUICC's keys and the binding of ES9+: what each case is run over. */
public record Way(EllipticCurve curve, RspServers.Binding binding) {
    /**
     * NIST P-256 and brainpoolP256r1, each over JSON and ASN.1; on PostgreSQL each curve and each binding once, since no database
     * sees their pairing.
     */
    public static Stream<Way> all() {
        return Stream.of(EllipticCurve.NIST_P256, EllipticCurve.BRAINPOOL_P256R1)
                .flatMap(curve -> Stream.of(RspServers.Binding.values()).map(binding -> new Way(curve, binding)))
                .filter(way -> RunningServer.isOnH2() || way.isFirstWithItsCurve());
    }

    private boolean isFirstWithItsCurve() {
        return (curve == EllipticCurve.NIST_P256) == (binding == RspServers.Binding.JSON);
    }

    /** The function fails, and this binding tells it so: subject and reason code in JSON, the name of the error in ASN.1. */
    void failed(ThrowingCallable function, String statusCodes, String errorName) {
        Es9PlusException failure = catchThrowableOfType(Es9PlusException.class, function);
        assertThat(failure).as("the function fails with %s", statusCodes).isNotNull();
        if (binding == RspServers.Binding.JSON) {
            assertThat(failure.subjectCode().orElseThrow() + "/"
                            + failure.reasonCode().orElseThrow())
                    .as("%s", failure)
                    .isEqualTo(statusCodes);
        } else {
            assertThat(failure.errorCode()).contains(errorName);
        }
    }

    /** As the names of the standard's cases end, with the binding. */
    @Override
    public String toString() {
        return (curve == EllipticCurve.NIST_P256 ? "NIST" : "BRP") + ", " + binding;
    }
}
