package org.mintline.support.housekeeping;

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
import java.util.function.IntSupplier;
import org.mintline.configuration.MintlineConfiguration;
import org.mintline.configuration.ServerRole;
import org.mintline.schedule.RecurringJobs;
import org.mintline.support.DeliveryState;
import org.mintline.support.batch.BatchCompletion;
import org.mintline.support.device.DeviceKeySets;
import org.mintline.support.image.ImageMaking;

/** Runs the jobs of the support server again and again, where the server has that role. Every node may run them. */
@Startup
@Singleton
@DependsOn({"SchemaMigration", "KeysAtStart"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SupportHousekeeping {
    private static final int DEVICES_AT_ONCE = 20;

    @Inject
    private MintlineConfiguration configuration;

    @Inject
    private BatchCompletion completion;

    @Inject
    private ImageMaking images;

    @Inject
    private SupportPurge purge;

    @Inject
    private DeviceKeySets keySets;

    @Resource
    private ManagedScheduledExecutorService executor;

    private RecurringJobs jobs;

    @PostConstruct
    void start() {
        jobs = new RecurringJobs(executor);
        if (!ServerRole.takeBatches(configuration.roles())) {
            return;
        }
        keySets.rewrap();
        jobs.start("completion of batches", Duration.ofSeconds(1), completion::run);
        jobs.start(
                "images of new devices",
                Duration.ofSeconds(2),
                () -> all(DEVICES_AT_ONCE, () -> images.makeDue(DEVICES_AT_ONCE)));
        jobs.start(
                "purge of cancelled batches",
                Duration.ofSeconds(5),
                () -> all(SupportPurge.CHUNK, purge::purgeCancelled));
        jobs.start("purge of profiles", Duration.ofMinutes(1), this::purgeByRules);
    }

    private void purgeByRules() {
        for (DeliveryState state : DeliveryState.values()) {
            all(SupportPurge.CHUNK, () -> purge.purgeByRule(state));
        }
    }

    /** Chunks until one is not full. */
    private static void all(int chunk, IntSupplier work) {
        int done;
        do {
            done = work.getAsInt();
        } while (done == chunk);
    }

    @PreDestroy
    void stop() {
        jobs.close();
    }
}
