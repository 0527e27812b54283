package org.mintline.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;

/** Ready once the crypto providers are chosen; names the one of each curve. */
@Readiness
@ApplicationScoped
public class CryptographyCheck implements HealthCheck {
    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("cryptography");
        for (EllipticCurve curve : EllipticCurve.values()) {
            response.withData(curve.name(), Cryptography.system().providerName(curve));
        }
        return response.up().build();
    }
}
