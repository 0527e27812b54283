package org.mintline.device.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mintline.device.pki.ImageKeys;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.es10.LoadBoundProfilePackage;
import org.mintline.rsp.es8plus.BoundProfilePackage;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.image.DeviceKey;
import org.mintline.rsp.image.ImageFactory;
import org.mintline.rsp.image.ImageMetadata;
import org.mintline.rsp.image.ProfileImageWriter;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code mintline image create}: an image of a bound profile package. */
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        description = "Makes an image of the commands that load a bound profile package.")
final class CreateCommand implements Callable<Integer> {
    /** The device puts the commands on the channel on which it has selected the ISD-R. */
    private static final int BASIC_CHANNEL = 0;

    /** Reads an EID from the command line. */
    static final class EidConverter implements ITypeConverter<Eid> {
        @Override
        public Eid convert(String digits) {
            try {
                return new Eid(digits);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The bound profile package (DER).")
    private Path file;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Where the image goes.")
    private Path output;

    @Option(
            names = "--signer",
            required = true,
            paramLabel = "CERT",
            description = "Certificate of the signing key (DER).")
    private Path certificate;

    @Option(names = "--signer-key", required = true, paramLabel = "KEY", description = "The signing key (PEM, PKCS#8).")
    private Path signerKey;

    @Option(
            names = "--device-key",
            required = true,
            paramLabel = "KEY",
            description = "Public key of the device (PEM).")
    private Path deviceKey;

    @Option(
            names = "--eid",
            converter = EidConverter.class,
            paramLabel = "EID",
            description = "The eUICC that the package is bound to, 32 digits.")
    private Eid eid;

    @Override
    public Integer call() throws IOException {
        Cryptography cryptography = Cryptography.system();
        DeviceKey device = ImageKeys.device(deviceKey, cryptography);
        ImageFactory factory = new ImageFactory(
                ImageKeys.signer(signerKey, certificate, cryptography), cryptography, Clock.systemUTC());
        BoundProfilePackage boundProfilePackage = new BoundProfilePackage(bytes());
        ImageMetadata metadata;
        try {
            int packets = (int) LoadBoundProfilePackage.commands(boundProfilePackage, BASIC_CHANNEL)
                    .count();
            metadata = ImageMetadata.of(
                    boundProfilePackage.uncheckedMetadata(), Optional.ofNullable(eid), Optional.of(packets));
        } catch (DecodeException e) {
            throw new IOException(file + " is no bound profile package: " + e.getMessage(), e);
        }
        ImageFile.write(output, image -> write(factory.begin(image, device, metadata), boundProfilePackage));
        PrintWriter out = spec.commandLine().getOut();
        out.println(output + ": image of profile " + metadata.iccid() + ", "
                + metadata.numberOfPackets().orElseThrow() + " packets, " + Files.size(output) + " bytes");
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private static void write(ProfileImageWriter writer, BoundProfilePackage boundProfilePackage) throws IOException {
        Iterator<CommandApdu> commands = LoadBoundProfilePackage.commands(boundProfilePackage, BASIC_CHANNEL)
                .iterator();
        while (commands.hasNext()) {
            writer.packet(commands.next().encoded());
        }
        writer.finish();
    }

    private byte[] bytes() throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            byte[] bytes = input.readNBytes(DecodeLimits.PACKAGE.bytes() + 1);
            if (bytes.length > DecodeLimits.PACKAGE.bytes()) {
                throw new IOException(file + " is larger than " + DecodeLimits.PACKAGE.bytes() + " bytes");
            }
            return bytes;
        }
    }
}
