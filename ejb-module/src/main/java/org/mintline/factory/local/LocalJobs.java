package org.mintline.factory.local;

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
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mintline.configuration.MintlineConfiguration;
import org.mintline.configuration.ServerRole;
import org.mintline.keys.Secrets;
import org.mintline.notification.TlsContext;
import org.mintline.schedule.RecurringJobs;

/** Runs the jobs of a local provisioning server: towards the aggregator, if there is one, and what purges. */
@Startup
@Singleton
@DependsOn({"SchemaMigration", "KeysAtStart"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LocalJobs {
    private static final Logger LOG = Logger.getLogger(LocalJobs.class.getName());

    @Inject
    private MintlineConfiguration configuration;

    @Inject
    private Secrets secrets;

    @Inject
    private LotDownload download;

    @Inject
    private ReportCarrier carrier;

    @Inject
    private LeftOvers leftOvers;

    @Resource
    private ManagedScheduledExecutorService executor;

    private RecurringJobs jobs;

    @PostConstruct
    void start() {
        jobs = new RecurringJobs(executor);
        if (!configuration.roles().contains(ServerRole.LOCAL_PROVISIONING)) {
            return;
        }
        jobs.start("purge of left-over packages", Duration.ofMinutes(10), this::purge);
        MintlineConfiguration.LocalProvisioning local = configuration.localProvisioning();
        local.aggregator().ifPresent(address -> start(address, local));
    }

    private void start(URI address, MintlineConfiguration.LocalProvisioning local) {
        TlsContext.Stores stores = new TlsContext.Stores(local.keyStore(), local.trustStore(), local.passphrase());
        Aggregator aggregator = new HttpsAggregator(address, TlsContext.of(stores, secrets));
        jobs.start("download of lots", local.pause(), () -> download.run(aggregator));
        jobs.start("reports to the aggregator", local.pause(), () -> carry(aggregator));
    }

    /** A cut line is no failure: it is what this server is made for. */
    private void carry(Aggregator aggregator) {
        try {
            carrier.run(aggregator);
        } catch (IOException e) {
            LOG.log(Level.FINE, "reports wait: " + e.getMessage(), e);
        }
    }

    private void purge() {
        for (String lot : leftOvers.lots()) {
            int purged;
            do {
                purged = leftOvers.purge(lot);
            } while (purged > 0);
        }
    }

    @PreDestroy
    void stop() {
        jobs.close();
    }
}
