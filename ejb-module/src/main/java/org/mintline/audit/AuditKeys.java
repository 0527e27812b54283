package org.mintline.audit;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.Arrays;
import java.util.function.Supplier;

/** Holds the key of the audit trail in memory from its first use on. */
@ApplicationScoped
class AuditKeys {
    private Supplier<byte[]> store;
    private volatile AuditKey key;

    /** For the container. */
    protected AuditKeys() {}

    @Inject
    AuditKeys(AuditKeyStore store) {
        this(store::key);
    }

    AuditKeys(Supplier<byte[]> store) {
        this.store = store;
    }

    AuditKey key() {
        AuditKey known = key;
        if (known == null) {
            byte[] octets = octets();
            known = new AuditKey(octets);
            Arrays.fill(octets, (byte) 0);
            key = known;
        }
        return known;
    }

    /** Asks twice, since another node may have made the key between question and answer. */
    private byte[] octets() {
        try {
            return store.get();
        } catch (PersistenceException | EJBException e) {
            return store.get();
        }
    }
}
