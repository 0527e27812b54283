package org.mintline.device.pki;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
        byte[] issuer = Files.readAllBytes(TestPkiFolder.certificateIssuer(folder, curve));
        return new EuiccMaker(
                cryptography, RspCertificate.decode(issuer), TestPkiFolder.readEum(folder, curve, cryptography), ein);
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
