package org.mintline.device.lpa;

import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.es10.AuthenticateServerResponse;
import org.mintline.rsp.es10.PrepareDownloadResponse;
import org.mintline.rsp.es10.ServerSigned1;
import org.mintline.rsp.es10.SmdpSigned2;
import org.mintline.rsp.es8plus.Binding;
import org.mintline.rsp.es8plus.BoundProfilePackage;
import org.mintline.rsp.es8plus.ConfigureIsdpRequest;
import org.mintline.rsp.es8plus.UnprotectedProfilePackage;
import org.mintline.rsp.es9plus.AuthenticateClientRequest;
import org.mintline.rsp.es9plus.AuthenticateClientResponseEs9;
import org.mintline.rsp.es9plus.CancelSessionRequestEs9;
import org.mintline.rsp.es9plus.GetBoundProfilePackageRequest;
import org.mintline.rsp.es9plus.GetBoundProfilePackageResponse;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.TransactionId;

/**
 * An SM-DP+ with the keys of SGP.26 and one profile for everybody, in this process. It answers as the standard says, but each answer
 * can be bent by the test. It is no part of the product's server, so that the card is not tested against our own reading alone.
 */
public final class Sgp26Server implements Es9PlusClient {
    static final String ADDRESS = "testsmdpplus1.example.com";
    static final Iccid ICCID = Iccid.ofEf(java.util.HexFormat.of().parseHex("98001032547698103214"));

    final List<PendingNotification> notifications = new ArrayList<>();
    final List<CancelSessionRequestEs9> cancellations = new ArrayList<>();
    String dpAuth = "DPauth/CERT_S_SM_DPauth_ECDSA_NIST.der";
    String dpAuthKey = "DPauth/SK_S_SM_DPauth_ECDSA_NIST.pem";
    String dpPb = "DPpb/CERT_S_SM_DPpb_ECDSA_NIST.der";
    String dpPbKey = "DPpb/SK_S_SM_DPpb_ECDSA_NIST.pem";
    byte[] profilePackage = Sgp26.profile("TS48v5_SAIP2.3_BERTLV_SUCI.der");
    StoreMetadataRequest metadata = metadata(ProfileClass.OPERATIONAL);
    boolean withProfileProtectionKeys;
    boolean ccRequired;
    Optional<byte[]> bppEuiccOtpk = Optional.empty();
    UnaryOperator<byte[]> euiccChallenge = UnaryOperator.identity();
    UnaryOperator<byte[]> signature1 = UnaryOperator.identity();
    UnaryOperator<byte[]> signature2 = UnaryOperator.identity();
    UnaryOperator<byte[]> boundTransactionId = UnaryOperator.identity();
    UnaryOperator<byte[]> bound = UnaryOperator.identity();
    byte[] lastOtpk;

    private final Cryptography cryptography = Cryptography.system();
    private final Eid eid;
    private TransactionId transactionId;
    private byte[] euiccSignature1;

    Sgp26Server(Eid eid) {
        this.eid = eid;
    }

    static StoreMetadataRequest metadata(ProfileClass profileClass) {
        StoreMetadataRequest plain = StoreMetadataRequest.of(ICCID, "GSMA", "Generic eUICC Test Profile");
        return new StoreMetadataRequest(
                plain.iccid(),
                plain.serviceProviderName(),
                plain.profileName(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(profileClass),
                List.of(),
                Optional.empty(),
                java.util.Set.of(),
                List.of());
    }

    @Override
    public InitiateAuthenticationResponse.Ok initiateAuthentication(InitiateAuthenticationRequest request) {
        transactionId = TransactionId.of(cryptography.randomness().octets(16));
        ServerSigned1 signed = ServerSigned1.of(
                transactionId,
                euiccChallenge.apply(request.euiccChallenge()),
                ADDRESS,
                cryptography.randomness().octets(16));
        byte[] signature = signature1.apply(cryptography.sign(Sgp26.key(dpAuthKey), signed.encoded()));
        RspCertificate certificate = Sgp26.certificate(dpAuth);
        return new InitiateAuthenticationResponse.Ok(
                transactionId,
                signed,
                new EcdsaSignature(signature),
                new SubjectKeyIdentifier(certificate.authorityKeyIdentifier().orElseThrow()),
                certificate.encoded());
    }

    @Override
    public AuthenticateClientResponseEs9.Ok authenticateClient(AuthenticateClientRequest request) {
        if (!(request.authenticateServerResponse() instanceof AuthenticateServerResponse.Ok ok)) {
            throw Es9PlusException.ofStatus("authenticateClient", "8.1", "6.1", "refused by the eUICC");
        }
        euiccSignature1 = ok.euiccSignature1().encoded();
        SmdpSigned2 signed = SmdpSigned2.of(transactionId, ccRequired, bppEuiccOtpk);
        byte[] signature = signature2.apply(cryptography.sign(Sgp26.key(dpPbKey), signed.encoded(), euiccSignature1));
        return new AuthenticateClientResponseEs9.Ok(
                transactionId,
                metadata,
                signed,
                new EcdsaSignature(signature),
                Sgp26.certificate(dpPb).encoded());
    }

    @Override
    public GetBoundProfilePackageResponse.Ok getBoundProfilePackage(GetBoundProfilePackageRequest request) {
        if (!(request.prepareDownloadResponse() instanceof PrepareDownloadResponse.Ok ok)) {
            throw Es9PlusException.ofStatus("getBoundProfilePackage", "8.1", "6.1", "refused by the eUICC");
        }
        lastOtpk = ok.euiccSigned2().euiccOtpk();
        KeyPair oneTimeKeys = cryptography.generateKeyPair(EllipticCurve.NIST_P256);
        Binding binding = Binding.open(
                cryptography,
                new Binding.Session(
                        boundTransactionId.apply(transactionId.octets()),
                        eid.octets(),
                        lastOtpk,
                        "SMDP".getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                oneTimeKeys,
                parts -> cryptography.sign(Sgp26.key(dpPbKey), parts),
                ConfigureIsdpRequest.empty(),
                metadata.encoded());
        UnprotectedProfilePackage plain = new UnprotectedProfilePackage(profilePackage);
        BoundProfilePackage result = withProfileProtectionKeys
                ? plain.protect(cryptography.randomness()).bind(binding)
                : plain.bind(binding);
        return new GetBoundProfilePackageResponse.Ok(transactionId, bound.apply(result.encoded()));
    }

    @Override
    public void handleNotification(PendingNotification notification) {
        notifications.add(notification);
    }

    @Override
    public void cancelSession(CancelSessionRequestEs9 request) {
        cancellations.add(request);
    }
}
