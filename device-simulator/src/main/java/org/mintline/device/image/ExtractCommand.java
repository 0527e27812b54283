package org.mintline.device.image;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mintline.device.pki.ImageKeys;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.image.ImageMetadata;
import org.mintline.rsp.image.ProfileImageReader;
import org.mintline.rsp.image.VerifiedImage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mintline image extract}: what the device gets out of an image. */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description = "Verifies an image, decrypts it with the device's key, and shows what it says of its profile.")
final class ExtractCommand implements Callable<Integer> {
    private static final String PACKETS = "packets.txt";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The image.")
    private Path file;

    @Mixin
    private SignerOptions signer;

    @Option(
            names = "--device-key",
            required = true,
            paramLabel = "KEY",
            description = "Private key of the device (PEM, PKCS#8).")
    private Path deviceKey;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write the packets to " + PACKETS + " in this folder, one a line in hexadecimal digits.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        VerifiedImage image = ImageFile.verify(file, signer.certificates, signer.kind);
        PrivateKey key = ImageKeys.devicePrivateKey(deviceKey, Cryptography.system());
        ImageMetadata metadata;
        if (folder == null) {
            metadata = extract(image, key, OutputStream.nullOutputStream());
        } else {
            Files.createDirectories(folder);
            ImageMetadata[] read = new ImageMetadata[1];
            ImageFile.write(folder.resolve(PACKETS), output -> read[0] = extract(image, key, output));
            metadata = read[0];
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(text(metadata, image.packets()));
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private ImageMetadata extract(VerifiedImage image, PrivateKey key, OutputStream output) throws IOException {
        return ImageFile.read(file, input -> {
            ProfileImageReader reader = image.open(input, key);
            HexFormat hex = HexFormat.of().withUpperCase();
            for (Optional<byte[]> p = reader.nextPacket(); p.isPresent(); p = reader.nextPacket()) {
                output.write((hex.formatHex(p.get()) + "\n").getBytes(StandardCharsets.US_ASCII));
            }
            return reader.metadata();
        });
    }

    private static String text(ImageMetadata metadata, int packets) {
        return """
                ICCID      %s
                EID        %s
                class      %s
                provider   %s
                profile    %s
                operator   %s
                packets    %d
                """.formatted(
                metadata.iccid(),
                metadata.eid().map(e -> e.digits()).orElse("not known"),
                ImageFile.lowerCase(metadata.profileClass()),
                metadata.serviceProviderName(),
                metadata.profileName(),
                metadata.profileOwner().map(o -> o.mcc() + "-" + o.mnc()).orElse("not known"),
                packets);
    }
}
