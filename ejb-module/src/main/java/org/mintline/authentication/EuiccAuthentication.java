package org.mintline.authentication;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import org.mintline.rsp.certificate.CertificateRejectedException;
import org.mintline.rsp.certificate.CertificateRole;
import org.mintline.rsp.certificate.CertificateVerifier;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.data.OtherSignedNotification;
import org.mintline.rsp.es10.AuthenticateServerResponse;
import org.mintline.rsp.es10.EuiccSigned1;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.status.StatusCode;
import org.mintline.rsp.tlv.DecodeException;

/** Authenticates an eUICC by its certificate chain and its signature (SGP.22 v2.5, clauses 4.5.2.2 and 5.6.3). */
@Dependent
public class EuiccAuthentication {
    private final EumCertificates eums;
    private final Cryptography cryptography;
    private final OwnAddress ownAddress;
    private final Clock clock;

    /** Of the given parts. */
    @Inject
    public EuiccAuthentication(EumCertificates eums, Cryptography cryptography, OwnAddress ownAddress, Clock clock) {
        this.eums = eums;
        this.cryptography = cryptography;
        this.ownAddress = ownAddress;
        this.clock = clock;
    }

    /**
     * An eUICC whose certificate chain holds.
     *
     * @param eid its EID
     * @param publicKey of CERT.EUICC
     */
    public record Euicc(Eid eid, PublicKey publicKey) {}

    /**
     * Checks the chain up to the CI key of the challenge, then signature and challenge.
     *
     * @throws FunctionException 8.1.2, 8.1.3 certificates; 8.11.1/3.9 CI key; 8.1/6.1 signature or challenge
     */
    public Euicc authenticate(EuiccChallenge challenge, AuthenticateServerResponse.Ok response) {
        CertificateVerifier.Verified chain = verifiedEum(response.eumCertificate());
        requireCiOf(challenge, chain);
        Euicc euicc = verified(response.euiccCertificate(), chain);
        EuiccSigned1 signed = response.euiccSigned1();
        boolean genuine = cryptography.verify(
                euicc.publicKey(), response.euiccSignature1().value(), signed.encoded());
        if (!genuine
                || !MessageDigest.isEqual(signed.serverChallenge(), challenge.serverChallenge())
                || !ownAddress.isNamedBy(signed.serverAddress())) {
            throw new FunctionException(
                    StatusCode.EUICC_SIGNATURE_INVALID, "euiccSignature1, serverChallenge or serverAddress is wrong");
        }
        return euicc;
    }

    /**
     * Checks the chain that a notification brings, then its signature.
     *
     * @return the EID of the eUICC that signed it
     */
    public Eid authenticate(OtherSignedNotification notification) {
        Euicc euicc = verified(notification.euiccCertificate(), verifiedEum(notification.eumCertificate()));
        if (!cryptography.verify(
                euicc.publicKey(),
                notification.euiccNotificationSignature().value(),
                notification.tbsOtherNotification().encoded())) {
            throw new FunctionException(StatusCode.EUICC_SIGNATURE_INVALID, "euiccNotificationSignature is wrong");
        }
        return euicc.eid();
    }

    private CertificateVerifier.Verified verifiedEum(byte[] eum) {
        try {
            return eums.verified(eum, clock.instant());
        } catch (DecodeException e) {
            throw unreadable(StatusCode.EUM_CERTIFICATE_INVALID, e);
        } catch (CertificateRejectedException e) {
            throw refusal(e);
        }
    }

    private Euicc verified(byte[] euicc, CertificateVerifier.Verified eum) {
        Instant now = clock.instant();
        try {
            RspCertificate certificate = RspCertificate.decode(euicc);
            Eid eid = new Eid(eums.verifier().verifyEuicc(certificate, eum, now));
            return new Euicc(eid, certificate.publicKey());
        } catch (DecodeException e) {
            throw unreadable(StatusCode.EUICC_CERTIFICATE_INVALID, e);
        } catch (CertificateRejectedException e) {
            throw refusal(e);
        } catch (IllegalArgumentException e) {
            throw new FunctionException(StatusCode.EUICC_CERTIFICATE_INVALID, e.getMessage());
        }
    }

    private static void requireCiOf(EuiccChallenge challenge, CertificateVerifier.Verified eum) {
        byte[] ci = eum.certificateIssuer().subjectKeyIdentifier().orElseThrow();
        if (!HexFormat.of().withUpperCase().formatHex(ci).equals(challenge.euiccCi())) {
            throw new FunctionException(
                    StatusCode.CI_PUBLIC_KEY_UNKNOWN, "the chain ends at another CI key than euiccCiPKIdToBeUsed");
        }
    }

    private static FunctionException unreadable(StatusCode code, DecodeException failure) {
        return new FunctionException(code, "the certificate cannot be read: " + failure.reason());
    }

    private static FunctionException refusal(CertificateRejectedException rejected) {
        boolean ofEuicc = rejected.role() == CertificateRole.EUICC;
        StatusCode code =
                switch (rejected.reason()) {
                    case UNKNOWN_CI -> StatusCode.CI_PUBLIC_KEY_UNKNOWN;
                    case EXPIRED -> ofEuicc ? StatusCode.EUICC_CERTIFICATE_EXPIRED : StatusCode.EUM_CERTIFICATE_EXPIRED;
                    case INVALID, REVOKED, EID_OUTSIDE_RANGE ->
                        ofEuicc ? StatusCode.EUICC_CERTIFICATE_INVALID : StatusCode.EUM_CERTIFICATE_INVALID;
                };
        return new FunctionException(code, rejected.getMessage());
    }
}
