package org.mintline.audit;

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
import java.util.HexFormat;
import java.util.logging.Logger;
import org.mintline.schedule.RecurringJobs;

/** Seals each second what was written, and each hour writes the end of the chain into the log, where a database cannot reach. */
@Startup
@Singleton
@DependsOn("KeysAtStart")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditSealing {
    private static final Logger LOG = Logger.getLogger(AuditSealing.class.getName());

    @Inject
    private AuditSealer sealer;

    @Inject
    private AuditChain chain;

    @Resource
    private ManagedScheduledExecutorService executor;

    private RecurringJobs jobs;

    @PostConstruct
    void start() {
        jobs = new RecurringJobs(executor);
        jobs.start("sealing of the audit trail", Duration.ofSeconds(1), this::seal);
        jobs.start("anchor of the audit trail", Duration.ofHours(1), this::anchor);
    }

    @PreDestroy
    void stop() {
        jobs.close();
    }

    private void seal() {
        int sealed;
        do {
            sealed = sealer.sealSome();
        } while (sealed == AuditSealer.BATCH);
    }

    private void anchor() {
        AuditChain.Anchor end = chain.end();
        LOG.info(() -> "audit chain: seal " + end.sealNumber() + " has the value "
                + HexFormat.of().formatHex(end.chainValue()));
    }
}
