package org.mintline.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.mintline.keys.KeyWrapping;
import org.mintline.rsp.crypto.Cryptography;

/** The wrapped key of the audit trail in the database. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AuditKeyStore {
    private static final String CONTEXT = "key of the audit trail";

    @PersistenceContext
    private EntityManager entities;

    private KeyWrapping wrapping;

    /** For the container. */
    protected AuditKeyStore() {}

    /** Over the given parts. */
    @Inject
    AuditKeyStore(KeyWrapping wrapping) {
        this(null, wrapping);
    }

    AuditKeyStore(EntityManager entities, KeyWrapping wrapping) {
        this.entities = entities;
        this.wrapping = wrapping;
    }

    /**
     * The key; the first call of an installation makes it. It is wrapped anew if the key-encryption key was replaced. Fails if
     * two nodes make it at once.
     */
    public byte[] key() {
        AuditChainEntity chain = entities.find(AuditChainEntity.class, AuditChainEntity.ONLY);
        if (chain == null) {
            byte[] fresh = Cryptography.system().randomness().octets(AuditKey.LENGTH);
            entities.persist(new AuditChainEntity(wrapping.wrap(CONTEXT, fresh)));
            entities.flush();
            return fresh;
        }
        byte[] key = wrapping.unwrap(CONTEXT, chain.key());
        if (!wrapping.isCurrent(chain.key().kekCheckValue())) {
            chain.rewrap(wrapping.wrap(CONTEXT, key));
        }
        return key;
    }
}
