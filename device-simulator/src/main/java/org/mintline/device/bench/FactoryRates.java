package org.mintline.device.bench;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Rates and latencies of what carries profiles into devices, and what else takes time. Sources of the defaults: docs/performance.md. */
final class FactoryRates {
    private static final double MILLISECONDS = 1000;

    /** TCP, and TLS with a pre-shared key (SCP81), before the first packet. */
    private static final int HANDSHAKE = 3;

    @Option(
            names = "--euicc-time",
            defaultValue = "22.1",
            paramLabel = "SECONDS",
            description = "eUICC's own time a profile (default: ${DEFAULT-VALUE})")
    private double euicc;

    @Option(
            names = "--handling",
            defaultValue = "10",
            paramLabel = "SECONDS",
            description =
                    "what a person or a robot takes to put a device into the jig and out (default: ${DEFAULT-VALUE})")
    private double handling;

    @Option(
            names = "--baud-rates",
            split = ",",
            defaultValue = "115200,921600",
            paramLabel = "BITS",
            description = "serial lines, in bits a second (default: ${DEFAULT-VALUE})")
    private List<Integer> baudRates;

    @Option(
            names = "--turnaround",
            defaultValue = "16",
            paramLabel = "MILLISECONDS",
            description = "delay of a serial adapter in each exchange (default: ${DEFAULT-VALUE})")
    private double turnaround;

    @Option(
            names = "--usb-rate",
            defaultValue = "8000000",
            paramLabel = "BITS",
            description = "USB CDC, in bits a second (default: ${DEFAULT-VALUE})")
    private double usbRate;

    @Option(
            names = "--usb-round-trip",
            defaultValue = "2",
            paramLabel = "MILLISECONDS",
            description = "USB CDC, an exchange (default: ${DEFAULT-VALUE})")
    private double usbRoundTrip;

    @Option(
            names = "--lan-rate",
            defaultValue = "20000000",
            paramLabel = "BITS",
            description = "network of the factory, in bits a second (default: ${DEFAULT-VALUE})")
    private double lanRate;

    @Option(
            names = "--lan-round-trip",
            defaultValue = "5",
            paramLabel = "MILLISECONDS",
            description = "network of the factory, an exchange (default: ${DEFAULT-VALUE})")
    private double lanRoundTrip;

    @Option(
            names = "--sms",
            defaultValue = "3.5",
            paramLabel = "SECONDS",
            description = "a short message, from the server to the device (default: ${DEFAULT-VALUE})")
    private double sms;

    @Option(
            names = "--ota-rate",
            defaultValue = "13000000",
            paramLabel = "BITS",
            description = "mobile network, in bits a second (default: ${DEFAULT-VALUE})")
    private double otaRate;

    @Option(
            names = "--ota-round-trip",
            defaultValue = "70",
            paramLabel = "MILLISECONDS",
            description = "mobile network, an exchange (default: ${DEFAULT-VALUE})")
    private double otaRoundTrip;

    /**
     * What a carrier takes for one device.
     *
     * @param name key of the figure
     * @param meaning line of the table
     */
    record Carrier(String name, String meaning, double seconds) {}

    double euicc() {
        return euicc;
    }

    double handling() {
        return handling;
    }

    /** An image over what a factory has. */
    List<Carrier> wires(long bytes, long exchanges) {
        List<Carrier> carriers = new ArrayList<>();
        for (int baudRate : baudRates) {
            double seconds = CarrierTimes.serial(bytes, exchanges, baudRate, turnaround / MILLISECONDS);
            carriers.add(new Carrier("serial" + baudRate, "image, serial " + baudRate, seconds));
        }
        carriers.add(new Carrier(
                "usb",
                "image, USB CDC",
                CarrierTimes.roundTrips(bytes, exchanges, usbRate, usbRoundTrip / MILLISECONDS)));
        carriers.add(new Carrier(
                "https",
                "image, HTTPS in the factory",
                CarrierTimes.roundTrips(bytes, exchanges, lanRate, lanRoundTrip / MILLISECONDS)));
        return carriers;
    }

    /** Packets over the air, one by one. */
    List<Carrier> overTheAir(long bytes, int packets, int messages) {
        return List.of(
                new Carrier("otaSms", "packets, SMS (SCP80)", messages * sms),
                new Carrier(
                        "otaHttps",
                        "packets, HTTPS (SCP81)",
                        CarrierTimes.roundTrips(bytes, packets + HANDSHAKE, otaRate, otaRoundTrip / MILLISECONDS)));
    }
}
