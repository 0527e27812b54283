package org.mintline.keys;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.tenancy.OperatorId;

/**
 * The data keys in the database. Each function has a transaction of its own, so that no seal is made under a key whose row is
 * undone later.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DataKeyStore {
    private static final int LENGTH = 32;
    private static final int REWRAP_BATCH = 200;

    @PersistenceContext
    private EntityManager entities;

    private KeyWrapping wrapping;
    private Clock clock;

    /** For the container. */
    protected DataKeyStore() {}

    /** Over the given parts. */
    @Inject
    DataKeyStore(KeyWrapping wrapping, Clock clock) {
        this(null, wrapping, clock);
    }

    DataKeyStore(EntityManager entities, KeyWrapping wrapping, Clock clock) {
        this.entities = entities;
        this.wrapping = wrapping;
        this.clock = clock;
    }

    /** The data key with that number, if it is the operator's. */
    public Optional<DataKey> find(OperatorId operator, long number) {
        return entities
                .createQuery(
                        "select k from DataKeyEntity k where k.id = :id and k.operatorId = :operator",
                        DataKeyEntity.class)
                .setParameter("id", number)
                .setParameter("operator", operator.value())
                .getResultList()
                .stream()
                .findFirst()
                .map(this::unwrapped);
    }

    /** The operator's data key of the highest version. */
    public Optional<DataKey> newest(OperatorId operator) {
        return newestRow(operator).map(this::unwrapped);
    }

    /** Makes the operator's next data key. Fails if another node does so at the same time. */
    public DataKey create(OperatorId operator) {
        int version = newestRow(operator).map(DataKeyEntity::keyVersion).orElse(0) + 1;
        byte[] octets = Cryptography.system().randomness().octets(LENGTH);
        DataKeyEntity row = new DataKeyEntity(
                operator, version, wrapping.wrap(DataKeyEntity.context(operator, version), octets), clock.instant());
        Arrays.fill(octets, (byte) 0);
        entities.persist(row);
        entities.flush();
        return unwrapped(row);
    }

    /**
     * Wraps some of the data keys anew that are wrapped under another key-encryption key than that of today.
     *
     * @return how many; none are left when it is 0
     */
    public int rewrapSome(String currentKekCheckValue) {
        List<DataKeyEntity> rows = entities.createQuery(
                        "select k from DataKeyEntity k where k.kekCheckValue <> :current order by k.id",
                        DataKeyEntity.class)
                .setParameter("current", currentKekCheckValue)
                .setMaxResults(REWRAP_BATCH)
                .getResultList();
        for (DataKeyEntity row : rows) {
            byte[] octets = wrapping.unwrap(row.context(), row.wrapped());
            row.rewrap(wrapping.wrap(row.context(), octets));
            Arrays.fill(octets, (byte) 0);
        }
        return rows.size();
    }

    private Optional<DataKeyEntity> newestRow(OperatorId operator) {
        return entities
                .createQuery(
                        "select k from DataKeyEntity k where k.operatorId = :operator order by k.keyVersion desc",
                        DataKeyEntity.class)
                .setParameter("operator", operator.value())
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    private DataKey unwrapped(DataKeyEntity row) {
        byte[] octets = wrapping.unwrap(row.context(), row.wrapped());
        DataKey key = new DataKey(row.id(), row.keyVersion(), new SecretKeySpec(octets, "AES"));
        Arrays.fill(octets, (byte) 0);
        return key;
    }
}
