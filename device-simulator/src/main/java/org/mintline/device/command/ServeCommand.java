package org.mintline.device.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.reader.StdioReader;
import org.mintline.device.reader.VirtualCard;
import org.mintline.device.reader.VirtualReader;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./mintline device serve}: lends the eUICC to other programs. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Lends the eUICC to other programs.")
final class ServeCommand implements Callable<Integer> {
    @ParentCommand
    private DeviceCommand device;

    @ArgGroup(multiplicity = "1")
    private Where where;

    static final class Where {
        @Option(
                names = "--vpcd",
                paramLabel = "HOST:PORT",
                description = "as a card in the virtual PC/SC reader of vsmartcard")
        private String vpcd;

        @Option(names = "--stdio-lpac", description = "as the APDU driver of lpac on standard input and output")
        private boolean stdio;
    }

    @Override
    public Integer call() throws IOException {
        Euicc euicc = device.open();
        if (where.stdio) {
            new StdioReader(euicc).run(System.in, System.out);
        } else {
            new VirtualReader(VirtualCard.of(euicc)).run(where.vpcd);
        }
        return 0;
    }
}
