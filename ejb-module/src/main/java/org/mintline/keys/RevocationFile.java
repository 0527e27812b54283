package org.mintline.keys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.mintline.rsp.certificate.RevocationList;
import org.mintline.rsp.certificate.RspCertificate;

/**
 * What a file of the folder of CRLs holds. DER is a CRL if the file's name ends in {@code .crl}, else a certificate; PEM says
 * itself what it is.
 *
 * @param path of the file
 * @param revocationLists in DER, not verified
 * @param certificates of those below a CI that sign CRLs, not verified
 */
record RevocationFile(Path path, List<byte[]> revocationLists, List<RspCertificate> certificates) {
    private static final byte[] PEM = "-----BEGIN ".getBytes(StandardCharsets.US_ASCII);
    private static final int LARGEST = RevocationList.MAXIMUM_LENGTH / 3 * 4 + 4_096;

    static RevocationFile read(Path path) throws IOException {
        if (Files.size(path) > LARGEST) {
            throw new IOException("is larger than " + LARGEST + " bytes");
        }
        byte[] content = Files.readAllBytes(path);
        List<byte[]> lists = new ArrayList<>();
        List<RspCertificate> certificates = new ArrayList<>();
        if (isPem(content)) {
            readPem(content, lists, certificates);
        } else if (path.toString().endsWith(".crl")) {
            lists.add(content);
        } else {
            certificates.add(RspCertificate.decode(content));
        }
        return new RevocationFile(path, lists, certificates);
    }

    private static boolean isPem(byte... content) {
        return content.length > PEM.length && Arrays.equals(content, 0, PEM.length, PEM, 0, PEM.length);
    }

    private static void readPem(byte[] content, List<byte[]> lists, List<RspCertificate> certificates)
            throws IOException {
        try (PemReader reader =
                new PemReader(new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.US_ASCII))) {
            for (PemObject next = reader.readPemObject(); next != null; next = reader.readPemObject()) {
                switch (next.getType()) {
                    case "X509 CRL" -> lists.add(next.getContent());
                    case "CERTIFICATE" -> certificates.add(RspCertificate.decode(next.getContent()));
                    default ->
                        throw new IOException("holds a " + next.getType() + ", which is neither CRL nor certificate");
                }
            }
        }
    }
}
