package org.mintline.device.factory.device;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.mintline.device.factory.link.DeviceEnd;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.ResponseApdu;

/** A device that is switched on: boots, answers the station, and boots again when it is told to. */
public final class DeviceProcess {
    private static final int PATIENCE = 200;

    private final FactoryDevice device;
    private final Consumer<String> told;

    /**
     * @param told is told in plain words what becomes of installations
     */
    public DeviceProcess(FactoryDevice device, Consumer<String> told) {
        this.device = device;
        this.told = told;
    }

    /**
     * Boots and takes commands until it is told to end.
     *
     * @param end made with {@link FactoryDevice#answer}
     * @param goesOn asked several times a second
     * @throws IOException if the station is gone for good
     */
    public void run(DeviceEnd end, BooleanSupplier goesOn) throws IOException {
        boot();
        while (goesOn.getAsBoolean()) {
            end.answerNext(PATIENCE);
            if (device.isRestartWanted()) {
                boot();
            }
        }
    }

    /** Answers a command where the other end waits however long it takes; the answer to RESTART comes when the device has booted. */
    public ResponseApdu answer(CommandApdu command) {
        ResponseApdu response = device.answer(command);
        if (device.isRestartWanted()) {
            boot();
        }
        return response;
    }

    /** Boots. */
    public void boot() {
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
