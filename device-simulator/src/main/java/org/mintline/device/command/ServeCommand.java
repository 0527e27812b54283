package org.mintline.device.command;

import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.Callable;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.reader.StdioReader;
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
            serveReader(euicc);
        }
        return 0;
    }

    private void serveReader(Euicc euicc) throws IOException {
        int colon = where.vpcd.lastIndexOf(':');
        if (colon < 1 || !where.vpcd.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IOException("'" + where.vpcd + "' is not HOST:PORT");
        }
        String host = where.vpcd.substring(0, colon);
        int port = Integer.parseInt(where.vpcd.substring(colon + 1));
        try {
            new VirtualReader(euicc).run(host, port);
        } catch (ConnectException e) {
            throw new IOException("no virtual reader listens at " + where.vpcd + ": is pcscd running, with vpcd?", e);
        }
    }
}
