package org.mintline.smdpplus.lot;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.security.PublicKey;
import java.time.Instant;
import java.util.HexFormat;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.EuiccInfo2;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.factory.VerifiedPreloadedKeys;
import org.mintline.rsp.identification.Eid;

/** An eUICC of a lot, whose certificate chain and signature were verified. It never changes. */
@Entity
@Table(name = "lot_euicc")
public class LotEuicc {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lot_euicc_seq")
    @SequenceGenerator(name = "lot_euicc_seq", sequenceName = "lot_euicc_seq", allocationSize = 50)
    private Long id;

    @Column(name = "lot_id", updatable = false)
    private long lotId;

    @Column(updatable = false)
    private String eid;

    @Column(name = "euicc_ci", updatable = false)
    private String euiccCi;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private EllipticCurve curve;

    @Column(name = "public_key", updatable = false)
    private byte[] publicKey;

    @Column(name = "euicc_info2", updatable = false)
    private byte[] euiccInfo2;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    /** For the persistence provider. */
    protected LotEuicc() {}

    /** @param publicKey of CERT.EUICC */
    LotEuicc(long lotId, VerifiedPreloadedKeys verified, PublicKey publicKey, Instant now) {
        this.lotId = lotId;
        this.eid = verified.eid().digits();
        this.euiccCi = text(verified.euiccCiPKId());
        this.curve = verified.curve();
        this.publicKey = Cryptography.encodePoint(publicKey);
        this.euiccInfo2 = verified.euiccInfo2().encoded();
        this.createdAt = now;
    }

    static String text(SubjectKeyIdentifier identifier) {
        return HexFormat.of().withUpperCase().formatHex(identifier.value());
    }

    /** Whether it signed that. */
    public boolean hasSigned(Cryptography cryptography, byte[] signature, byte[] content) {
        return cryptography.verify(cryptography.decodePoint(curve, publicKey), signature, content);
    }

    /** Its number here. */
    public long id() {
        return id;
    }

    long lotId() {
        return lotId;
    }

    /** Its EID. */
    public Eid eid() {
        return new Eid(eid);
    }

    String euiccCi() {
        return euiccCi;
    }

    /** The CI key at which its chain ends. */
    public SubjectKeyIdentifier euiccCiPKId() {
        return new SubjectKeyIdentifier(HexFormat.of().parseHex(euiccCi));
    }

    /** Of its keys. */
    public EllipticCurve curve() {
        return curve;
    }

    /** What it is and can do. */
    public EuiccInfo2 euiccInfo2() {
        return EuiccInfo2.decode(euiccInfo2);
    }
}
