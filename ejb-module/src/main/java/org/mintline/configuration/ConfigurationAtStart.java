package org.mintline.configuration;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.inject.Produces;

/** Reads the configuration when the server starts, which ends there if something is wrong with it. */
@Startup
@Singleton
public class ConfigurationAtStart {
    private MintlineConfiguration configuration;

    @PostConstruct
    void read() {
        configuration = new ConfigurationReader(System::getProperty, System::getenv).read();
    }

    /** The configuration, for injection. */
    @Produces
    public MintlineConfiguration configuration() {
        return configuration;
    }
}
