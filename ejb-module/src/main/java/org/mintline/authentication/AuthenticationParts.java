package org.mintline.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mintline.configuration.MintlineConfiguration;

/** What authentication is given from outside, for injection. */
@ApplicationScoped
public class AuthenticationParts {
    @Produces
    @Singleton
    OwnAddress ownAddress(MintlineConfiguration configuration) {
        return OwnAddress.of(configuration.smdpplus().address());
    }
}
