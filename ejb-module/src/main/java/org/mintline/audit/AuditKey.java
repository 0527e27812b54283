package org.mintline.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mintline.tenancy.OperatorId;

/** The secret key of the audit trail, and the two values that are made with it: HMAC-SHA256, 32 bytes each. */
final class AuditKey {
    static final int LENGTH = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte LINE = 1;
    private static final byte SEAL = 2;

    private final SecretKeySpec key;

    AuditKey(byte[] octets) {
        key = new SecretKeySpec(octets, ALGORITHM);
    }

    /** The chain value before the first seal. */
    static byte[] beforeFirst() {
        return new byte[LENGTH];
    }

    /** What a line carries from the moment it is written, so that none can be put in or altered before it is sealed. */
    byte[] authenticator(Instant occurredAt, AuditEvent event) {
        Mac mac = mac();
        mac.update(LINE);
        mac.update(ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
                .putLong(event.operator().map(OperatorId::value).orElse(0L))
                .putLong(occurredAt.getEpochSecond())
                .putInt(occurredAt.getNano())
                .array());
        for (String text : List.of(event.actor(), event.action(), event.subject(), event.outcome(), event.detail())) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            mac.update(bytes);
        }
        return mac.doFinal();
    }

    /** The chain value of a seal: over its number, its line and the chain value before. */
    byte[] chainValue(long sealNumber, long lineNumber, byte[] authenticator, byte[] chainValueBefore) {
        Mac mac = mac();
        mac.update(SEAL);
        mac.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(sealNumber)
                .putLong(lineNumber)
                .array());
        mac.update(Arrays.copyOf(authenticator, LENGTH));
        mac.update(chainValueBefore);
        return mac.doFinal();
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
