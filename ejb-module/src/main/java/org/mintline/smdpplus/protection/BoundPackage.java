package org.mintline.smdpplus.protection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.smdpplus.profile.Profile;

/**
 * The last binding of a profile to an eUICC. A retry with the same otPK.EUICC.ECKA gets the same package; only the
 * InitialiseSecureChannel, which names the session, is signed anew.
 */
@Entity
@Table(name = "bound_package")
public class BoundPackage {
    @Id
    @Column(name = "profile_id")
    private Long profileId;

    @Column(name = "transaction_id")
    private String transactionId;

    private String eid;

    @Column(name = "euicc_otpk")
    private byte[] euiccOtpk;

    @Column(name = "smdp_otpk")
    private byte[] smdpOtpk;

    @Column(name = "secure_channel")
    private byte[] secureChannel;

    private byte[] commands;

    private byte[] segments;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For the persistence provider. */
    protected BoundPackage() {}

    BoundPackage(Profile profile) {
        this.profileId = profile.id();
    }

    void bind(TransactionId session, String eid, byte[] euiccOtpk, BoundParts parts, Instant now) {
        this.transactionId = session.text();
        this.eid = eid;
        this.euiccOtpk = euiccOtpk;
        this.smdpOtpk = parts.smdpOtpk();
        this.secureChannel = parts.secureChannel();
        this.commands = parts.commands();
        this.segments = parts.segments().orElse(null);
        this.createdAt = now;
    }

    void resume(TransactionId session, byte[] secureChannel) {
        this.transactionId = session.text();
        this.secureChannel = secureChannel;
    }

    /**
     * What is kept of a new binding.
     *
     * @param smdpOtpk otPK.DP.ECKA
     * @param secureChannel InitialiseSecureChannelRequest
     * @param commands 'A0', 'A1' and, with random keys, 'A2'
     * @param segments 'A3', if session keys protect it
     */
    record BoundParts(byte[] smdpOtpk, byte[] secureChannel, byte[] commands, Optional<byte[]> segments) {}

    boolean isOf(TransactionId session) {
        return transactionId.equals(session.text());
    }

    boolean isFor(String eid, byte[] euiccOtpk) {
        return this.eid.equals(eid) && Arrays.equals(this.euiccOtpk, euiccOtpk);
    }

    String eid() {
        return eid;
    }

    byte[] euiccOtpk() {
        return euiccOtpk;
    }

    byte[] smdpOtpk() {
        return smdpOtpk;
    }

    byte[] secureChannel() {
        return secureChannel;
    }

    byte[] commands() {
        return commands;
    }

    Optional<byte[]> segments() {
        return Optional.ofNullable(segments);
    }
}
