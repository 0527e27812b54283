package org.mintline.keys;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mintline.schedule.RecurringJobs;

/** Looks every ten seconds whether the files of keys were changed, or the token failed. */
@Startup
@Singleton
@DependsOn("KeysAtStart")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeysReload {
    private static final Logger LOG = Logger.getLogger(KeysReload.class.getName());

    @Inject
    private ConfiguredKeys keys;

    @Resource
    private ManagedScheduledExecutorService executor;

    private RecurringJobs jobs;

    @PostConstruct
    void start() {
        jobs = new RecurringJobs(executor);
        jobs.start("reload of keys", Duration.ofSeconds(10), this::reloadIfChanged);
    }

    @PreDestroy
    void stop() {
        jobs.close();
    }

    private void reloadIfChanged() {
        try {
            if (keys.reloadIfChanged()) {
                LOG.info("keys and certificates were loaded again");
            }
        } catch (KeyMaterialException | SecretMissingException e) {
            LOG.log(Level.WARNING, "keys and certificates cannot be loaded again; the former stay in use", e);
        }
    }
}
