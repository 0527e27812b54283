package org.mintline.device.factory.device;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.mintline.device.factory.link.AnsweringEnd;
import org.mintline.device.factory.link.Wire;

/** A device at a wire: boots, answers the station, and boots again when it is told to. */
public final class DeviceProcess {
    private static final int PATIENCE = 200;

    private final FactoryDevice device;
    private final Wire wire;
    private final Consumer<String> told;

    /**
     * @param told is told in plain words what becomes of installations
     */
    public DeviceProcess(FactoryDevice device, Wire wire, Consumer<String> told) {
        this.device = device;
        this.wire = wire;
        this.told = told;
    }

    /**
     * Runs until it is told to end.
     *
     * @param goesOn asked several times a second
     * @throws IOException if the wire is closed or gone
     */
    public void run(BooleanSupplier goesOn) throws IOException {
        boot();
        AnsweringEnd end = new AnsweringEnd(wire, device::answer);
        while (goesOn.getAsBoolean()) {
            end.answerNext(PATIENCE);
            if (device.isRestartWanted()) {
                boot();
            }
        }
    }

    private void boot() {
        try {
            device.boot()
                    .ifPresent(report -> told.accept(report.iccid()
                                    .map(iccid -> "profile " + iccid.digits() + ": ")
                                    .orElse("")
                            + report.detail()));
        } catch (EuiccException e) {
            told.accept(e.getMessage());
        }
    }
}
