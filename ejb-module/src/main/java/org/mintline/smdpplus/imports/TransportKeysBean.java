package org.mintline.smdpplus.imports;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.keys.Seal;
import org.mintline.smdpplus.TransportKeys;
import org.mintline.smdpplus.imports.TransportKey.Algorithm;
import org.mintline.tenancy.OperatorId;

/** Transport keys, sealed in the database. */
@Stateless
public class TransportKeysBean implements TransportKeys {
    private static final int HIGHEST_INDEX = 9_999;

    private TransportKeyRepository keys;
    private Seal seal;
    private AuditTrail audit;
    private Clock clock;

    /** For the container. */
    protected TransportKeysBean() {}

    /** Of the given parts. */
    @Inject
    public TransportKeysBean(TransportKeyRepository keys, Seal seal, AuditTrail audit, Clock clock) {
        this.keys = keys;
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Description register(
            OperatorId operator, int index, Algorithm algorithm, byte[] key, String checkValue, String actor) {
        if (index < 0 || index > HIGHEST_INDEX || keys.find(operator, index).isPresent()) {
            throw new RefusedException("the number of a key is 0 to 9999, and new");
        }
        if (key.length != algorithm.keyBytes()) {
            throw new RefusedException("a key of " + algorithm + " has " + algorithm.keyBytes() + " bytes");
        }
        requireCheckValue(algorithm, key, checkValue);
        TransportKey added = new TransportKey(
                new TransportKey.Key(operator.value(), index),
                algorithm,
                checkValue.toUpperCase(Locale.ROOT),
                seal.seal(operator, TransportKey.context(index), key),
                clock.instant());
        keys.add(added);
        audit.record(new AuditEvent(
                Optional.of(operator),
                actor,
                "registerTransportKey",
                "transportKey:" + index,
                "done",
                algorithm + ", check value " + added.checkValue()));
        return description(added);
    }

    private static void requireCheckValue(Algorithm algorithm, byte[] key, String checkValue) {
        boolean same;
        try {
            same = MessageDigest.isEqual(
                    algorithm.checkValue(key), HexFormat.of().parseHex(checkValue));
        } catch (IllegalArgumentException e) {
            same = false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
        if (!same) {
            throw new RefusedException("the check value is not that of the key");
        }
    }

    @Override
    public List<Description> list(OperatorId operator) {
        return keys.list(operator).stream().map(TransportKeysBean::description).toList();
    }

    private static Description description(TransportKey key) {
        return new Description(key.index(), key.algorithm(), key.checkValue(), key.createdAt());
    }
}
