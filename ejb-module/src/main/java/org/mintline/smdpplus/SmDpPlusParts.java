package org.mintline.smdpplus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mintline.configuration.MintlineConfiguration;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.Randomness;

/** What the SM-DP+ is given from outside, for injection: cryptography, randomness and its limits. */
@ApplicationScoped
public class SmDpPlusParts {
    @Produces
    @Singleton
    Cryptography cryptography() {
        return Cryptography.system();
    }

    @Produces
    @Singleton
    Randomness randomness(Cryptography cryptography) {
        return cryptography.randomness();
    }

    @Produces
    @Singleton
    SmDpPlusPolicy policy(MintlineConfiguration configuration) {
        return SmDpPlusPolicy.of(configuration.smdpplus(), configuration.limits());
    }
}
