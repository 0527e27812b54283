package org.mintline.audit;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.logging.Logger;

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

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void seal() {
        int sealed;
        do {
            sealed = sealer.sealSome();
        } while (sealed == AuditSealer.BATCH);
    }

    @Schedule(hour = "*", minute = "0", second = "30", persistent = false)
    void anchor() {
        AuditChain.Anchor end = chain.end();
        LOG.info(() -> "audit chain: seal " + end.sealNumber() + " has the value "
                + HexFormat.of().formatHex(end.chainValue()));
    }
}
