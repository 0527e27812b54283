package org.mintline.device.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.security.KeyPair;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mintline.device.pki.RspPki;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.factory.OfflineBinding;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.image.DeviceKey;
import org.mintline.rsp.image.ImageFactory;
import org.mintline.rsp.image.ImageMetadata;
import org.mintline.rsp.image.ImageSigner;
import org.mintline.rsp.image.ProfileImageWriter;
import org.mintline.rsp.image.SigningKind;
import org.mintline.rsp.image.TrustedSigner;

/** What makes packages for eUICCs that are not there, and images of them, without a server; its signing key is made for the run. */
final class OfflinePackaging {
    /** The SM-DP+ in whose name it binds. */
    static final String ADDRESS = "smdpplus.mintline.test";

    private static final byte[] HOST_ID = {1};
    private static final int KEY_IDENTIFIER_LENGTH = 20;

    private final Cryptography cryptography;
    private final RspPki pki;
    private final KeyPair signer;
    private final SubjectKeyIdentifier signerName;
    private final ImageFactory images;

    OfflinePackaging(Cryptography cryptography, RspPki pki) {
        this.cryptography = cryptography;
        this.pki = pki;
        this.signer = cryptography.generateKeyPair(EllipticCurve.NIST_P256);
        this.signerName = new SubjectKeyIdentifier(cryptography.randomness().octets(KEY_IDENTIFIER_LENGTH));
        this.images = new ImageFactory(
                new ImageSigner(
                        SigningKind.DEVELOPMENT, signerName, parts -> cryptography.sign(signer.getPrivate(), parts)),
                cryptography,
                Clock.systemUTC());
    }

    /** Binds to preloaded keys. */
    OfflineBinding binding() {
        return new OfflineBinding(
                cryptography,
                new OfflineBinding.SmDpPlus(
                        pki.dpPb().rspCertificate(),
                        List.of(),
                        parts -> cryptography.sign(pki.dpPb().privateKey(), parts),
                        ADDRESS,
                        HOST_ID));
    }

    /** Writes an image of packets, encrypted to a device and signed. */
    void writeImage(OutputStream output, DeviceKey device, Eid eid, StoreMetadataRequest metadata, List<byte[]> packets)
            throws IOException {
        ProfileImageWriter writer =
                images.begin(output, device, ImageMetadata.of(metadata, Optional.of(eid), Optional.of(packets.size())));
        for (byte[] packet : packets) {
            writer.packet(packet);
        }
        writer.finish();
    }

    /** Whom devices have to trust. */
    TrustedSigner trustedSigner() {
        return new TrustedSigner(SigningKind.DEVELOPMENT, signerName, signer.getPublic());
    }
}
