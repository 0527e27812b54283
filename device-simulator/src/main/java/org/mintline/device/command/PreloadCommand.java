package org.mintline.device.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.euicc.configuration.EuiccCredentials;
import org.mintline.device.pki.PkiCommand.CurveChoice;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.EllipticCurve;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ./mintline device preload}: one-time keys for offline provisioning, as the maker of the eUICC puts them in. */
@Command(
        name = "preload",
        mixinStandardHelpOptions = true,
        description = {
            "Makes one-time keys in the eUICC until so many wait unused, and writes their public halves, signed, to a file.",
            "Called again with the same count it makes none and writes the same keys."
        })
final class PreloadCommand implements Callable<Integer> {
    @ParentCommand
    private DeviceCommand device;

    @Spec
    private CommandSpec command;

    @Option(names = "--count", required = true, description = "how many unused keys an eUICC has afterwards: 0 to 256")
    private int count;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "the file, for the SM-DP+s")
    private Path file;

    @Option(
            names = "--lot",
            paramLabel = "DIR",
            description = "all eUICCs in the folders of this folder, in place of --euicc")
    private Optional<Path> lot;

    @Option(
            names = "--pki",
            paramLabel = "DIR",
            description = "with --lot: first makes all eUICCs of this test PKI that are not there yet")
    private Optional<Path> pki;

    @Option(
            names = "--curve",
            paramLabel = "CURVE",
            description = "nist or brainpool, where the eUICC has certificates on both (default: the one it prefers)")
    private Optional<CurveChoice> curve;

    @Override
    public Integer call() throws IOException {
        if (lot.isPresent() && pki.isPresent()) {
            makeMissing(lot.get(), pki.get());
        }
        List<Path> folders = lot.isPresent() ? EuiccFolder.foldersIn(lot.get()) : List.of(device.folder());
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(beside))) {
            for (Path folder : folders) {
                output.write(preload(new EuiccFolder(folder).open()));
            }
        }
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        command.commandLine().getOut().println(folders.size() + " eUICCs, " + count + " keys each: " + file);
        return 0;
    }

    private static void makeMissing(Path lot, Path pki) throws IOException {
        for (String eid : EuiccFolder.eids(pki)) {
            EuiccFolder folder = new EuiccFolder(lot.resolve(eid));
            if (!folder.isThere()) {
                folder.create(pki, Optional.of(eid), EuiccFolder.DEFAULT_MEMORY, Optional.empty());
            }
        }
    }

    private byte[] preload(Euicc euicc) throws IOException {
        for (EuiccCredentials credentials : euicc.configuration().credentials()) {
            if (curve.isEmpty() || curve.get().includes(curveOf(credentials))) {
                return euicc.preload(count, credentials).encoded();
            }
        }
        throw new IOException("the eUICC " + euicc.configuration().eid() + " has no certificate on that curve");
    }

    private static EllipticCurve curveOf(EuiccCredentials credentials) {
        return RspCertificate.decode(credentials.euiccCertificate()).curve();
    }
}
