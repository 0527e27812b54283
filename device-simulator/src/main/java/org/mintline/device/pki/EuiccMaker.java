package org.mintline.device.pki;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMParser;
import org.mintline.device.euicc.configuration.EuiccConfiguration;
import org.mintline.device.euicc.configuration.EuiccCredentials;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.identification.Eid;

/** The eUICC manufacturer of a test PKI: makes as many eUICCs as somebody wants, each with keys of its own. */
public final class EuiccMaker {
    private static final Duration BACKDATED = Duration.ofHours(1);

    private final Cryptography cryptography;
    private final RspCertificate certificateIssuer;
    private final KeyAndCertificate eum;
    private final String ein;

    private EuiccMaker(Cryptography cryptography, RspCertificate certificateIssuer, KeyAndCertificate eum, String ein) {
        this.cryptography = cryptography;
        this.certificateIssuer = certificateIssuer;
        this.eum = eum;
        this.ein = ein;
    }

    /**
     * The manufacturer whose key lies in the folder of a test PKI.
     *
     * @param folder what {@link TestPkiFolder} wrote
     * @param ein the EUM's identification number, the first 8 digits of its EIDs
     * @throws IOException if the folder has no EUM on that curve
     */
    public static EuiccMaker of(Path folder, EllipticCurve curve, String ein, Cryptography cryptography)
            throws IOException {
        String name = TestPkiFolder.nameOf(curve);
        Path eumFolder = folder.resolve("euicc-" + name);
        try (PEMParser pem = new PEMParser(Files.newBufferedReader(eumFolder.resolve("eum.key.pem")))) {
            if (!(pem.readObject() instanceof PrivateKeyInfo key)) {
                throw new IOException("eum.key.pem holds no PKCS#8 key");
            }
            PrivateKey privateKey = cryptography.decodePrivateKey(key.getEncoded());
            byte[] certificate = Files.readAllBytes(eumFolder.resolve("eum.der"));
            byte[] issuer = Files.readAllBytes(folder.resolve("certificate-issuers/ci-" + name + ".der"));
            return new EuiccMaker(
                    cryptography,
                    RspCertificate.decode(issuer),
                    new KeyAndCertificate(cryptography.adopt(privateKey), Certificates.of(certificate)),
                    ein);
        } catch (GeneralSecurityException e) {
            throw new IOException("the EUM's certificate in " + eumFolder + " is not readable", e);
        }
    }

    /** The certificate of the CI that the eUICCs trust. */
    public RspCertificate certificateIssuer() {
        return certificateIssuer;
    }

    /**
     * Makes an eUICC.
     *
     * @param number which one: 0 to 22 digits behind the EIN
     */
    public EuiccConfiguration make(long number) {
        String eid = Eid.withCheckDigits(ein + String.format("%022d", number)).digits();
        KeyAndCertificate euicc =
                RspPki.euicc(Instant.now().minus(BACKDATED), eid).issuedBy(cryptography, eum);
        EuiccCredentials credentials = new EuiccCredentials(
                new SubjectKeyIdentifier(
                        certificateIssuer.subjectKeyIdentifier().orElseThrow()),
                cryptography.adopt(euicc.privateKey()),
                euicc.rspCertificate().encoded(),
                eum.rspCertificate().encoded());
        return EuiccConfiguration.of(new Eid(eid), List.of(certificateIssuer), List.of(credentials));
    }
}
