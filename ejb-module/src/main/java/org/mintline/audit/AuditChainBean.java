package org.mintline.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** Reads the chain in pages, so that a trail of any length is verified in little memory. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AuditChainBean implements AuditChain {
    private static final int PAGE = 1_000;

    @PersistenceContext
    private EntityManager entities;

    private AuditKeys keys;

    /** For the container. */
    protected AuditChainBean() {}

    /** Over the given parts. */
    @Inject
    AuditChainBean(AuditKeys keys) {
        this(null, keys);
    }

    AuditChainBean(EntityManager entities, AuditKeys keys) {
        this.entities = entities;
        this.keys = keys;
    }

    @Override
    public Anchor end() {
        keys.key();
        return entities
                .createQuery("select c.lastSealNumber, c.lastChainValue from AuditChainEntity c", Object[].class)
                .getResultList()
                .stream()
                .map(row -> new Anchor((Long) row[0], (byte[]) row[1]))
                .findFirst()
                .orElse(new Anchor(0, AuditKey.beforeFirst()));
    }

    @Override
    public Verification verify() {
        Optional<Break> outside = linesOutsideTheChain();
        Anchor end = end();
        Verification inside = verify(1, end.sealNumber());
        if (inside.firstBreak().isPresent()) {
            return inside;
        }
        Optional<Break> atTheEnd = holds(end)
                ? outside
                : Optional.of(new Break(
                        Defect.CHANGED,
                        end.sealNumber(),
                        "the recorded end of the chain is not the value of its last seal"));
        return new Verification(1, end.sealNumber(), atTheEnd);
    }

    @Override
    public Verification verify(long first, long last) {
        if (first < 1) {
            throw new IllegalArgumentException("seals are numbered from 1");
        }
        Link link = new Link(keys.key(), first - 1, valueOf(first - 1).orElseGet(AuditKey::beforeFirst));
        while (link.number() < last) {
            List<Object[]> page = page(link.number() + 1, last);
            for (Object[] row : page) {
                Optional<Break> found = link.follow((AuditSealEntity) row[0], (AuditLineEntity) row[1]);
                if (found.isPresent()) {
                    return new Verification(first, last, found);
                }
            }
            entities.clear();
            if (page.isEmpty()) {
                return new Verification(first, last, Optional.of(missing(link.number() + 1)));
            }
        }
        return new Verification(first, last, Optional.empty());
    }

    @Override
    public boolean holds(Anchor anchor) {
        return MessageDigest.isEqual(valueOf(anchor.sealNumber()).orElseGet(() -> new byte[0]), anchor.chainValue());
    }

    private Optional<byte[]> valueOf(long sealNumber) {
        if (sealNumber == 0) {
            return Optional.of(AuditKey.beforeFirst());
        }
        return entities
                .createQuery("select s.chainValue from AuditSealEntity s where s.sealNumber = :number", byte[].class)
                .setParameter("number", sealNumber)
                .getResultList()
                .stream()
                .findFirst();
    }

    private List<Object[]> page(long first, long last) {
        return entities.createQuery(
                        "select s, l from AuditSealEntity s left join AuditLineEntity l on l.id = s.auditLineId"
                                + " where s.sealNumber between :first and :last order by s.sealNumber",
                        Object[].class)
                .setParameter("first", first)
                .setParameter("last", last)
                .setMaxResults(PAGE)
                .getResultList();
    }

    /** Counts in one statement, and so at one moment, how many lines there are and how many the chain knows. */
    private Optional<Break> linesOutsideTheChain() {
        Object[] counts = (Object[]) entities.createNativeQuery("select (select count(*) from audit_line),"
                        + " (select count(*) from audit_seal) + (select count(*) from audit_unsealed),"
                        + " (select coalesce(max(seal_number), 0) from audit_seal)")
                .getSingleResult();
        long lines = ((Number) counts[0]).longValue();
        long known = ((Number) counts[1]).longValue();
        long next = ((Number) counts[2]).longValue() + 1;
        if (lines > known) {
            return Optional.of(new Break(Defect.INSERTED, next, (lines - known) + " lines stand outside of the chain"));
        }
        return lines < known
                ? Optional.of(new Break(Defect.REMOVED, next, (known - lines) + " lines that wait for a seal are gone"))
                : Optional.empty();
    }

    private static Break missing(long sealNumber) {
        return new Break(Defect.REMOVED, sealNumber, "the seal is gone");
    }

    /** The place in the chain up to which all is well. */
    private static final class Link {
        private final AuditKey key;
        private long number;
        private byte[] value;

        Link(AuditKey key, long number, byte[] value) {
            this.key = key;
            this.number = number;
            this.value = value;
        }

        long number() {
            return number;
        }

        Optional<Break> follow(AuditSealEntity seal, AuditLineEntity line) {
            number++;
            if (seal.sealNumber() != number) {
                return Optional.of(missing(number));
            }
            if (line == null) {
                return defect(Defect.REMOVED, "line " + seal.auditLineId() + " is gone");
            }
            if (!MessageDigest.isEqual(line.authenticator(), key.authenticator(line.occurredAt(), line.event()))) {
                return defect(Defect.CHANGED, "line " + line.id() + " is not as it was written");
            }
            byte[] expected = key.chainValue(number, line.id(), line.authenticator(), value);
            if (!MessageDigest.isEqual(expected, seal.chainValue())) {
                return defect(Defect.CHANGED, "the seal does not follow from the one before");
            }
            value = expected;
            return Optional.empty();
        }

        private Optional<Break> defect(Defect defect, String explanation) {
            return Optional.of(new Break(defect, number, explanation));
        }
    }
}
