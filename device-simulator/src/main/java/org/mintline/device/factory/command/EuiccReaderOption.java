package org.mintline.device.factory.command;

import java.io.IOException;
import java.util.Optional;
import org.mintline.device.factory.device.EuiccSlot;
import org.mintline.device.factory.device.ReaderSlot;
import org.mintline.device.factory.link.pcsc.Readers;
import picocli.CommandLine.Option;

/** Where the eUICC of the device is, if not in its folder. */
final class EuiccReaderOption {
    @Option(
            names = "--euicc-reader",
            paramLabel = "NAME",
            description = "the device's eUICC is in this PC/SC reader, not the software eUICC of the folder")
    private Optional<String> reader;

    /** The reader, if one is named. */
    Optional<EuiccSlot> slot() throws IOException {
        return reader.isEmpty() ? Optional.empty() : Optional.of(new ReaderSlot(Readers.find(reader.get())));
    }
}
