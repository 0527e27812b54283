package org.mintline.device.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.mintline.device.demo.Installation;
import picocli.CommandLine.Option;

/** The options that say which running server is measured. */
final class RunningServer {
    @Option(names = "--home", required = true, paramLabel = "DIR", description = "the state folder of the server")
    private Path home;

    @Option(names = "--port-offset", defaultValue = "0", description = "what is added to each port")
    private int portOffset;

    @Option(names = "--address", defaultValue = "smdpplus.mintline.test", description = "address of the SM-DP+")
    private String address;

    @Option(
            names = "--database-process",
            paramLabel = "PID",
            description = "PostgreSQL's first process, if it runs on this machine")
    private Optional<Long> databaseProcess;

    /** Given by the options. */
    RunningServer() {}

    RunningServer(Path home, int portOffset, String address, Optional<Long> databaseProcess) {
        this.home = home;
        this.portOffset = portOffset;
        this.address = address;
        this.databaseProcess = databaseProcess;
    }

    Installation installation() {
        return new Installation(home, portOffset, address);
    }

    ServerProcess process() throws IOException {
        return new ServerProcess(Long.parseLong(
                Files.readString(home.resolve("server/server.pid")).strip()));
    }

    /** What PostgreSQL has spent since its start; zero if it does not run on this machine. */
    Duration databaseCpuTime() throws IOException {
        return databaseProcess.isEmpty()
                ? Duration.ZERO
                : new ProcessTree(new ServerProcess(databaseProcess.get())).cpuTime();
    }
}
