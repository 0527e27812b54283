package org.mintline.configuration;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Produces;

/**
 * Reads the configuration when the server starts, which ends there if something is wrong with it. It is read once and never changed, so
 * whoever asks for it waits for no lock and no transaction: on a slow machine the first ones would wait for longer than the container allows.
 */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
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
