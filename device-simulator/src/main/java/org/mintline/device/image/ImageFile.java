package org.mintline.device.image;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.mintline.device.pki.ImageKeys;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.image.ImageHeader;
import org.mintline.rsp.image.ProfileImageException;
import org.mintline.rsp.image.SigningKind;
import org.mintline.rsp.image.TrustedSigner;
import org.mintline.rsp.image.TrustedSigners;
import org.mintline.rsp.image.VerifiedImage;

/** A profile image in a file. */
final class ImageFile {
    /** What is done with the bytes of a file. */
    @FunctionalInterface
    interface Reading<T> {
        T from(InputStream input) throws IOException;
    }

    /** What is written to a file. */
    @FunctionalInterface
    interface Writing {
        void to(OutputStream output) throws IOException;
    }

    private ImageFile() {}

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read or the image is refused; the message says why
     */
    static <T> T read(Path file, Reading<T> reading) throws IOException {
        try (InputStream input = new BufferedInputStream(Files.newInputStream(file))) {
            return reading.from(input);
        } catch (ProfileImageException e) {
            throw new IOException(file + " is refused, " + e.reason() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Checks the signature of an image.
     *
     * @param certificates of the signing keys that are trusted
     * @param kind what is accepted, or null for what the first certificate is for
     * @throws IOException if a file cannot be read or the image is refused; the message says why
     */
    static VerifiedImage verify(Path file, List<Path> certificates, SigningKind kind) throws IOException {
        List<TrustedSigner> signers = new ArrayList<>();
        for (Path certificate : certificates) {
            signers.add(ImageKeys.trusted(certificate));
        }
        SigningKind accepted = kind == null ? signers.get(0).kind() : kind;
        TrustedSigners trusted = new TrustedSigners(accepted, signers);
        return read(file, input -> VerifiedImage.verify(input, trusted, Cryptography.system()));
    }

    /** Writes a file that is there only once it is whole. */
    static void write(Path file, Writing writing) throws IOException {
        Path target = file.toAbsolutePath();
        Path part = Files.createTempFile(target.getParent(), ".image", ".part");
        try {
            try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(part))) {
                writing.to(output);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** A header in lines for people. */
    static String text(ImageHeader header, int packets, long length) {
        return """
                image      %s
                kind       %s
                signer     %s
                device     %s
                created    %s
                packets    %d
                length     %d bytes
                """.formatted(
                        HexFormat.of().withUpperCase().formatHex(header.imageIdentifier()),
                        lowerCase(header.signingKind()),
                        header.signer(),
                        header.device(),
                        header.created(),
                        packets,
                        length);
    }

    static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
