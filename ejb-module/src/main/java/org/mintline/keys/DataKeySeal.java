package org.mintline.keys;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mintline.cache.RecentlyUsed;
import org.mintline.rsp.crypto.AesGcm;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.Randomness;
import org.mintline.tenancy.OperatorId;

/**
 * Seals under data keys, which are unwrapped once and then kept in memory. The first seal of an operator makes its first data
 * key, in a transaction of its own: the operator must be committed by then. A data key made at another node is used here after
 * a minute.
 */
@ApplicationScoped
public class DataKeySeal implements Seal {
    private static final byte FORMAT = 1;
    private static final int HEADER = 1 + Long.BYTES + AesGcm.NONCE_LENGTH;
    private static final int MOST_CACHED = 10_000;
    private static final Duration CURRENT_FOR = Duration.ofMinutes(1);

    private final RecentlyUsed<Long, OwnedKey> opening = new RecentlyUsed<>(MOST_CACHED);
    private final Map<OperatorId, CurrentKey> sealing = new ConcurrentHashMap<>();

    private DataKeyStore store;
    private Clock clock;
    private Randomness randomness;

    /** For the container. */
    protected DataKeySeal() {}

    /** Over the given parts. */
    @Inject
    public DataKeySeal(DataKeyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.randomness = Cryptography.system().randomness();
    }

    @Override
    public byte[] seal(OperatorId operator, String context, byte[] secret) {
        DataKey key = current(operator);
        byte[] nonce = randomness.octets(AesGcm.NONCE_LENGTH);
        byte[] cipherText = AesGcm.seal(key.key(), nonce, associatedData(operator, context), secret);
        return ByteBuffer.allocate(HEADER + cipherText.length)
                .put(FORMAT)
                .putLong(key.number())
                .put(nonce)
                .put(cipherText)
                .array();
    }

    @Override
    public byte[] open(OperatorId operator, String context, byte[] sealed) {
        if (sealed.length < HEADER + AesGcm.TAG_LENGTH || sealed[0] != FORMAT) {
            throw new SealBrokenException(context);
        }
        ByteBuffer parts = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
        DataKey key = numbered(operator, parts.getLong()).orElseThrow(() -> new SealBrokenException(context));
        byte[] nonce = new byte[AesGcm.NONCE_LENGTH];
        byte[] cipherText = new byte[sealed.length - HEADER];
        parts.get(nonce).get(cipherText);
        return AesGcm.open(key.key(), nonce, associatedData(operator, context), cipherText)
                .orElseThrow(() -> new SealBrokenException(context));
    }

    /** Makes a new data key for what is sealed from now on; what was sealed before stays readable. */
    void rotate(OperatorId operator) {
        use(operator, store.create(operator));
    }

    private DataKey current(OperatorId operator) {
        CurrentKey known = sealing.get(operator);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.key();
        }
        return use(operator, store.newest(operator).orElseGet(() -> firstKey(operator)));
    }

    private DataKey firstKey(OperatorId operator) {
        try {
            return store.create(operator);
        } catch (PersistenceException | EJBException e) {
            return store.newest(operator).orElseThrow(() -> e);
        }
    }

    private DataKey use(OperatorId operator, DataKey key) {
        if (sealing.size() >= MOST_CACHED) {
            sealing.clear();
        }
        sealing.put(operator, new CurrentKey(key, clock.instant().plus(CURRENT_FOR)));
        remember(operator, key);
        return key;
    }

    private Optional<DataKey> numbered(OperatorId operator, long number) {
        Optional<OwnedKey> known = opening.find(number);
        if (known.isPresent()) {
            return known.filter(key -> key.operator().equals(operator)).map(OwnedKey::key);
        }
        Optional<DataKey> found = store.find(operator, number);
        found.ifPresent(key -> remember(operator, key));
        return found;
    }

    private void remember(OperatorId operator, DataKey key) {
        opening.put(key.number(), new OwnedKey(operator, key));
    }

    private static byte[] associatedData(OperatorId operator, String context) {
        return (operator.value() + ":" + context).getBytes(StandardCharsets.UTF_8);
    }

    private record OwnedKey(OperatorId operator, DataKey key) {}

    private record CurrentKey(DataKey key, Instant until) {}
}
