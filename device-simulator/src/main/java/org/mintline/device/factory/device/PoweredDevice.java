package org.mintline.device.factory.device;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mintline.device.factory.link.AnsweringEnd;
import org.mintline.device.factory.link.Wire;

/** A device at a wire, in a thread of its own, from when it is switched on until it is closed. */
public final class PoweredDevice implements AutoCloseable {
    private final AtomicBoolean goesOn = new AtomicBoolean(true);
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final Future<Void> running;

    /** Switches it on. */
    public PoweredDevice(FactoryDevice device, Wire wire) {
        running = executor.submit(() -> {
            new DeviceProcess(device, told -> {}).run(new AnsweringEnd(wire, device::answer), goesOn::get);
            return null;
        });
    }

    /**
     * Switches it off, once it has answered what it was asked last.
     *
     * @throws IOException if it had failed before
     */
    @Override
    public void close() throws IOException {
        goesOn.set(false);
        executor.shutdown();
        try {
            running.get();
        } catch (ExecutionException e) {
            throw new IOException("the device failed: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the device was switched off", e);
        }
    }
}
