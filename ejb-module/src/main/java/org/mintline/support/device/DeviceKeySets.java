package org.mintline.support.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.mintline.keys.KeyWrapping;
import org.mintline.keys.KeyWrapping.Wrapped;
import org.mintline.rsp.scp03.KeySet;
import org.mintline.support.SupportException;
import org.mintline.support.SupportException.Reason;

/** The key sets of devices, diversified from master key sets, which rest under the installation's key-encryption key. */
@ApplicationScoped
public class DeviceKeySets {
    private MasterKeySetRepository keySets;
    private KeyWrapping wrapping;

    /** For the container. */
    protected DeviceKeySets() {}

    /** Of the given parts. */
    @Inject
    public DeviceKeySets(MasterKeySetRepository keySets, KeyWrapping wrapping) {
        this.keySets = keySets;
        this.wrapping = wrapping;
    }

    /** A master key set as it rests. */
    Wrapped wrap(KeySet keys) {
        byte[] secret = ByteBuffer.allocate(3 * KeySet.KEY_LENGTH)
                .put(keys.enc())
                .put(keys.mac())
                .put(keys.dek())
                .array();
        try {
            return wrapping.wrap(context(keys.version()), secret);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /**
     * The key set of one device.
     *
     * @throws SupportException if there is no master key set of that version
     */
    public KeySet keySetOf(FactoryDevice device) {
        MasterKeySet row = keySets.find(device.keySetVersion())
                .orElseThrow(() -> new SupportException(
                        Reason.UNKNOWN, "there is no master key set of version " + device.keySetVersion()));
        byte[] secret = wrapping.unwrap(context(row.keyVersion()), row.wrapped());
        try {
            if (!wrapping.isCurrent(row.wrapped().kekCheckValue())) {
                row.rewrap(wrapping.wrap(context(row.keyVersion()), secret));
            }
            return new KeySet(row.keyVersion(), part(secret, 0), part(secret, 1), part(secret, 2))
                    .diversifiedFor(device.eid().octets());
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** Wraps all anew that a former key-encryption key wraps. */
    @Transactional
    public void rewrap() {
        for (MasterKeySet row : keySets.list()) {
            if (!wrapping.isCurrent(row.wrapped().kekCheckValue())) {
                String context = context(row.keyVersion());
                row.rewrap(wrapping.wrap(context, wrapping.unwrap(context, row.wrapped())));
            }
        }
    }

    private static byte[] part(byte[] secret, int index) {
        return Arrays.copyOfRange(secret, index * KeySet.KEY_LENGTH, (index + 1) * KeySet.KEY_LENGTH);
    }

    private static String context(int version) {
        return "master key set " + version;
    }
}
