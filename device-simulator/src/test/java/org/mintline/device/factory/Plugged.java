package org.mintline.device.factory;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mintline.device.factory.device.DeviceProcess;
import org.mintline.device.factory.device.FactoryDevice;
import org.mintline.device.factory.link.AnsweringEnd;
import org.mintline.device.factory.link.Carrier;
import org.mintline.device.factory.link.PipeWire;
import org.mintline.device.factory.link.RequestingEnd;
import org.mintline.device.factory.link.Wire;

/** A device that is switched on at one end of a wire, until it is closed or its power is cut. */
final class Plugged implements AutoCloseable {
    final Wire station;
    final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final Wire wire;
    private final Thread thread;
    private final AtomicBoolean goesOn = new AtomicBoolean(true);

    Plugged(FactoryDevice device) {
        this(device, PipeWire.pair());
    }

    private Plugged(FactoryDevice device, PipeWire.Pair pipe) {
        this(device, pipe.station(), pipe.device());
    }

    Plugged(FactoryDevice device, Wire station, Wire wire) {
        this.station = station;
        this.wire = wire;
        thread = new Thread(() -> run(device), "device");
        thread.start();
    }

    private void run(FactoryDevice device) {
        try {
            new DeviceProcess(device, told::add).run(new AnsweringEnd(wire, device::answer), goesOn::get);
        } catch (Power.Cut e) {
            told.add("the power was cut");
        } catch (IOException e) {
            told.add(e.getMessage());
        } finally {
            wire.close();
        }
    }

    Carrier carrier() {
        return new RequestingEnd(station, 60_000);
    }

    /** Switches it off. */
    @Override
    public void close() throws InterruptedException {
        goesOn.set(false);
        wire.close();
        thread.join();
        station.close();
    }
}
