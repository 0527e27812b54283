package org.mintline.keys;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.testing.TestDatabase;

/** Keys for tests of any room. */
public final class TestKeys {
    /** The key-encryption key of tests. */
    static final KeyEncryptionKey KEK = kek(1);

    private TestKeys() {}

    static KeyEncryptionKey kek(int filler) {
        byte[] octets = new byte[KeyEncryptionKey.LENGTH];
        Arrays.fill(octets, (byte) filler);
        return new KeyEncryptionKey(octets);
    }

    /** Wrapping under the key-encryption key of tests. */
    public static KeyWrapping wrapping() {
        return wrapping(KEK, Optional.empty());
    }

    static KeyWrapping wrapping(KeyEncryptionKey current, Optional<KeyEncryptionKey> previous) {
        return new KeyEncryptionKeys(current, previous, Cryptography.system().randomness());
    }

    /** A seal whose data keys lie in the database. */
    public static Seal seal(TestDatabase database, Clock clock) {
        return new DataKeySeal(dataKeys(database, wrapping(), clock), clock);
    }

    static DataKeyStore dataKeys(TestDatabase database, KeyWrapping wrapping, Clock clock) {
        EntityManager entities = database.entityManager();
        return new DataKeyStore(entities, wrapping, clock) {
            @Override
            public Optional<DataKey> find(org.mintline.tenancy.OperatorId operator, long number) {
                return database.callInNew(() -> super.find(operator, number));
            }

            @Override
            public Optional<DataKey> newest(org.mintline.tenancy.OperatorId operator) {
                return database.callInNew(() -> super.newest(operator));
            }

            @Override
            public DataKey create(org.mintline.tenancy.OperatorId operator) {
                return database.callInNew(() -> super.create(operator));
            }

            @Override
            public int rewrapSome(String currentKekCheckValue) {
                return database.callInNew(() -> super.rewrapSome(currentKekCheckValue));
            }
        };
    }
}
