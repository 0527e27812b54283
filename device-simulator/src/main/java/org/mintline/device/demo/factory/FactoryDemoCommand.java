package org.mintline.device.demo.factory;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.mintline.device.demo.Installation;
import org.mintline.device.demo.Narrator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./mintline demo factory}, once both servers run. */
@Command(
        name = "demo-factory",
        hidden = true,
        mixinStandardHelpOptions = true,
        description =
                "Profiles from an order to devices in a factory, against the two servers that ./mintline started.")
public final class FactoryDemoCommand implements Callable<Integer> {
    private static final int MOST_DEVICES = 16;

    @Spec
    private CommandSpec command;

    @Option(
            names = "--carrier",
            required = true,
            paramLabel = "DIR",
            description = "the state folder of the carrier's server")
    private Path carrier;

    @Option(names = "--carrier-port-offset", required = true, description = "what is added to each of its ports")
    private int carrierOffset;

    @Option(
            names = "--factory",
            required = true,
            paramLabel = "DIR",
            description = "the state folder of the factory's server")
    private Path factory;

    @Option(names = "--factory-port-offset", required = true, description = "what is added to each of its ports")
    private int factoryOffset;

    @Option(
            names = "--line-port",
            required = true,
            description = "where a server finds the line's other end, above its offset")
    private int linePort;

    @Option(names = "--aggregator-port", required = true, description = "where the factory finds the aggregator")
    private int aggregatorPort;

    @Option(
            names = "--factory-address",
            required = true,
            description = "the name that the local provisioning server signs")
    private String factoryAddress;

    @Option(names = "--address", defaultValue = "smdpplus.mintline.test", description = "address of the SM-DP+")
    private String address;

    @Option(
            names = "--devices",
            defaultValue = "3",
            description = "how many are made, and bare eUICCs beside them, 1 to 16 (default: ${DEFAULT-VALUE})")
    private int devices;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (devices < 1 || devices > MOST_DEVICES) {
            throw new IOException("--devices is 1 to " + MOST_DEVICES);
        }
        PrintWriter out = command.commandLine().getOut();
        try (CuttableRelay toFactory =
                        new CuttableRelay(linePort + carrierOffset, Installation.LINE_PORT + factoryOffset);
                CuttableRelay toCarrier =
                        new CuttableRelay(linePort + factoryOffset, Installation.LINE_PORT + carrierOffset);
                CuttableRelay toAggregator =
                        new CuttableRelay(aggregatorPort, Installation.STATIONS_PORT + carrierOffset)) {
            new FactoryDemo(
                            new Installation(carrier, carrierOffset, address),
                            new Installation(factory, factoryOffset, factoryAddress),
                            factory.resolve("demo"),
                            new Narrator(out))
                    .play(devices, List.of(toFactory, toCarrier, toAggregator));
        }
        out.println("All profiles are installed, and the operator knows.");
        return 0;
    }
}
