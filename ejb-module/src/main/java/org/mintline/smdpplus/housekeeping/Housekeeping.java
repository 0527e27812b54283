package org.mintline.smdpplus.housekeeping;

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
import org.mintline.configuration.MintlineConfiguration;
import org.mintline.configuration.ServerRole;
import org.mintline.schedule.RecurringJobs;
import org.mintline.smdpplus.batch.BatchRun;
import org.mintline.smdpplus.imports.ImportRun;
import org.mintline.smdpplus.lot.KeyExpiry;

/** Runs the jobs of the SM-DP+ again and again, where the server has that role. Every node may run them. */
@Startup
@Singleton
@DependsOn({"SchemaMigration", "KeysAtStart"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Housekeeping {
    @Inject
    private MintlineConfiguration configuration;

    @Inject
    private Purge purge;

    @Inject
    private ProtectionAhead protectionAhead;

    @Inject
    private ImportRun imports;

    @Inject
    private BatchRun batches;

    @Inject
    private KeyExpiry keyExpiry;

    @Resource
    private ManagedScheduledExecutorService executor;

    private RecurringJobs jobs;

    @PostConstruct
    void start() {
        jobs = new RecurringJobs(executor);
        if (!configuration.roles().contains(ServerRole.GENERATION)) {
            return;
        }
        jobs.start("purge", Duration.ofMinutes(10), purge::run);
        jobs.start("protection ahead", Duration.ofSeconds(15), protectionAhead::run);
        jobs.start("import of profiles", Duration.ofSeconds(1), imports::run);
        jobs.start("binding of batches", Duration.ofMillis(250), batches::run);
        jobs.start("expiry of preloaded keys", Duration.ofMinutes(1), keyExpiry::run);
    }

    @PreDestroy
    void stop() {
        jobs.close();
    }
}
