package org.mintline.smdpplus.session;

import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mintline.device.pki.KeyAndCertificate;
import org.mintline.device.pki.RspPki;
import org.mintline.rsp.bsp.BspKeys;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.data.CancelSessionReason;
import org.mintline.rsp.data.DeviceCapabilities;
import org.mintline.rsp.data.DeviceInfo;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.data.EuiccInfo1;
import org.mintline.rsp.data.EuiccInfo2;
import org.mintline.rsp.data.FinalResult;
import org.mintline.rsp.data.NotificationEvent;
import org.mintline.rsp.data.NotificationMetadata;
import org.mintline.rsp.data.OtherSignedNotification;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.data.ProfileInstallationResultData;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.data.UiccCapability;
import org.mintline.rsp.es10.AuthenticateServerResponse;
import org.mintline.rsp.es10.CancelSessionResponse;
import org.mintline.rsp.es10.CtxParams1;
import org.mintline.rsp.es10.EuiccCancelSessionSigned;
import org.mintline.rsp.es10.EuiccSigned1;
import org.mintline.rsp.es10.EuiccSigned2;
import org.mintline.rsp.es10.PrepareDownloadResponse;
import org.mintline.rsp.es8plus.BoundProfilePackage;
import org.mintline.rsp.es8plus.InitialiseSecureChannelRequest;
import org.mintline.rsp.es9plus.AuthenticateClientRequest;
import org.mintline.rsp.es9plus.AuthenticateClientResponseEs9;
import org.mintline.rsp.es9plus.CancelSessionRequestEs9;
import org.mintline.rsp.es9plus.GetBoundProfilePackageRequest;
import org.mintline.rsp.es9plus.GetBoundProfilePackageResponse;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.identification.ConfirmationCode;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.ObjectIdentifier;
import org.mintline.rsp.identification.SpecificationVersion;
import org.mintline.rsp.identification.Tac;
import org.mintline.rsp.identification.TransactionId;

/** An eUICC and its LPA that make the requests of ES9+, right or, where a test asks for it, wrong. */
final class SoftwareEuicc {
    static final ObjectIdentifier SMDP_OID = new ObjectIdentifier("2.999.10");

    private final Cryptography cryptography;
    private final RspPki pki;
    private final KeyAndCertificate eum;
    private final KeyAndCertificate own;
    private Set<UiccCapability> capabilities = Set.of(UiccCapability.USIM_SUPPORT, UiccCapability.AKA_MILENAGE);
    private DeviceInfo device = new DeviceInfo(new Tac("35290611"), new DeviceCapabilities(Map.of()), Optional.empty());
    private KeyPair oneTimeKeys;

    SoftwareEuicc(Cryptography cryptography, RspPki pki, int index) {
        this(cryptography, pki, pki.eum(), pki.euiccs().get(index));
    }

    SoftwareEuicc(Cryptography cryptography, RspPki pki, KeyAndCertificate eum, KeyAndCertificate own) {
        this.cryptography = cryptography;
        this.pki = pki;
        this.eum = eum;
        this.own = own;
    }

    SoftwareEuicc with(Set<UiccCapability> others) {
        capabilities = others;
        return this;
    }

    SoftwareEuicc in(DeviceInfo other) {
        device = other;
        return this;
    }

    String eid() {
        return own.rspCertificate().eid().orElseThrow();
    }

    SubjectKeyIdentifier ci() {
        return new SubjectKeyIdentifier(
                pki.certificateIssuer().rspCertificate().subjectKeyIdentifier().orElseThrow());
    }

    InitiateAuthenticationRequest initiateAuthentication(String address) {
        return new InitiateAuthenticationRequest(
                new byte[16], address, EuiccInfo1.of(new SpecificationVersion(2, 5, 0), List.of(ci()), List.of(ci())));
    }

    AuthenticateClientRequest authenticateClient(InitiateAuthenticationResponse.Ok server, String matchingId) {
        return authenticateClient(
                server, Optional.of(matchingId), server.serverSigned1().serverChallenge());
    }

    AuthenticateClientRequest authenticateClient(
            InitiateAuthenticationResponse.Ok server, Optional<String> matchingId, byte[] challenge) {
        EuiccSigned1 signed = EuiccSigned1.of(
                server.transactionId(),
                server.serverSigned1().serverAddress(),
                challenge,
                info2(),
                new CtxParams1.CtxParamsForCommonAuthentication(matchingId, device));
        return new AuthenticateClientRequest(
                server.transactionId(),
                new AuthenticateServerResponse.Ok(signed, sign(signed.encoded()), encoded(own), encoded(eum)));
    }

    private EuiccInfo2 info2() {
        return EuiccInfo2.builder()
                .uiccCapability(capabilities)
                .euiccCiPKIdListForVerification(List.of(ci()))
                .euiccCiPKIdListForSigning(List.of(ci()))
                .build();
    }

    GetBoundProfilePackageRequest getBoundProfilePackage(
            AuthenticateClientResponseEs9.Ok server, Optional<String> confirmationCode) {
        boolean known = oneTimeKeys != null
                && server.smdpSigned2()
                        .bppEuiccOtpk()
                        .filter(offered -> Arrays.equals(offered, Cryptography.encodePoint(oneTimeKeys.getPublic())))
                        .isPresent();
        if (!known) {
            oneTimeKeys = cryptography.generateKeyPair(pki.curve());
        }
        Optional<byte[]> hashCc = confirmationCode.map(
                code -> ConfirmationCode.hashCc(new ConfirmationCode(code).hash(), server.transactionId()));
        EuiccSigned2 signed =
                EuiccSigned2.of(server.transactionId(), Cryptography.encodePoint(oneTimeKeys.getPublic()), hashCc);
        return new GetBoundProfilePackageRequest(
                server.transactionId(),
                new PrepareDownloadResponse.Ok(
                        signed, sign(signed.encoded(), server.smdpSignature2().encoded())));
    }

    /** Loses the one-time keys, as an eUICC does that was reset. */
    void forgetOneTimeKeys() {
        oneTimeKeys = null;
    }

    BoundProfilePackage.Content open(GetBoundProfilePackageResponse.Ok server) {
        BoundProfilePackage bound = new BoundProfilePackage(server.boundProfilePackage());
        InitialiseSecureChannelRequest channel = bound.parts().initialiseSecureChannel();
        if (!channel.isSignedBy(
                        cryptography,
                        pki.dpPb().certificate().getPublicKey(),
                        Cryptography.encodePoint(oneTimeKeys.getPublic()))
                || !TransactionId.of(channel.transactionId()).equals(server.transactionId())) {
            throw new AssertionError("InitialiseSecureChannel is not of this session");
        }
        byte[] secret = cryptography.sharedSecret(
                oneTimeKeys.getPrivate(), cryptography.decodePoint(pki.curve(), channel.smdpOtpk()));
        return bound.open(BspKeys.derive(
                secret,
                channel.controlRefTemplate().hostId(),
                new org.mintline.rsp.identification.Eid(eid()).octets()));
    }

    ProfileInstallationResult result(TransactionId session, String iccid, long seqNumber, FinalResult result) {
        ProfileInstallationResultData data = ProfileInstallationResultData.of(
                session,
                NotificationMetadata.of(
                        seqNumber,
                        NotificationEvent.NOTIFICATION_INSTALL,
                        "smdpplus.mintline.test",
                        Optional.of(new Iccid(iccid))),
                Optional.of(SMDP_OID),
                result);
        return ProfileInstallationResult.of(data, sign(data.encoded()));
    }

    OtherSignedNotification notification(String iccid, long seqNumber, NotificationEvent event) {
        NotificationMetadata metadata =
                NotificationMetadata.of(seqNumber, event, "smdpplus.mintline.test", Optional.of(new Iccid(iccid)));
        return OtherSignedNotification.of(metadata, sign(metadata.encoded()), encoded(own), encoded(eum));
    }

    CancelSessionRequestEs9 cancelSession(TransactionId session, CancelSessionReason reason, ObjectIdentifier smdpOid) {
        EuiccCancelSessionSigned signed = EuiccCancelSessionSigned.of(session, smdpOid, reason);
        return new CancelSessionRequestEs9(session, new CancelSessionResponse.Ok(signed, sign(signed.encoded())));
    }

    private EcdsaSignature sign(byte[]... parts) {
        return new EcdsaSignature(cryptography.sign(own.privateKey(), parts));
    }

    private static byte[] encoded(KeyAndCertificate holder) {
        try {
            return holder.certificate().getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
