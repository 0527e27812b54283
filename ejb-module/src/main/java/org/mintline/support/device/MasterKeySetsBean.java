package org.mintline.support.device;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.rsp.scp03.KeySet;
import org.mintline.support.MasterKeySets;
import org.mintline.support.SupportException;
import org.mintline.support.SupportException.Reason;

/** The master key sets, over the database. */
@Stateless
public class MasterKeySetsBean implements MasterKeySets {
    private static final int CHECK_VALUE = 3;

    private MasterKeySetRepository keySets;
    private DeviceKeySets wrapped;
    private AuditTrail audit;
    private Clock clock;

    /** For the container. */
    protected MasterKeySetsBean() {}

    /** Of the given parts. */
    @Inject
    public MasterKeySetsBean(MasterKeySetRepository keySets, DeviceKeySets wrapped, AuditTrail audit, Clock clock) {
        this.keySets = keySets;
        this.wrapped = wrapped;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Description> list() {
        return keySets.list().stream().map(MasterKeySet::toDescription).toList();
    }

    @Override
    public Description register(KeySet keys, String requestedBy) {
        if (keySets.find(keys.version()).isPresent()) {
            throw new SupportException(Reason.TAKEN, "there is a master key set of version " + keys.version());
        }
        MasterKeySet row =
                new MasterKeySet(keys.version(), wrapped.wrap(keys), checkValue(keys.enc()), clock.instant());
        keySets.add(row);
        audit.record(new AuditEvent(
                Optional.empty(),
                requestedBy,
                "registerMasterKeySet",
                "masterKeySet:" + keys.version(),
                "done",
                "check value " + row.toDescription().checkValue()));
        return row.toDescription();
    }

    private static String checkValue(byte[] key) {
        try {
            byte[] ones = new byte[KeySet.KEY_LENGTH];
            Arrays.fill(ones, (byte) 1);
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
            return HexFormat.of().withUpperCase().formatHex(cipher.doFinal(ones), 0, CHECK_VALUE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
