package org.mintline.factory.local;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mintline.configuration.MintlineConfiguration;

/** What a local provisioning server is given from outside, for injection. */
@ApplicationScoped
public class LocalParts {
    @Produces
    @Singleton
    LocalPolicy policy(MintlineConfiguration configuration) {
        return new LocalPolicy(configuration.localProvisioning().deleteUnusedKeys());
    }
}
