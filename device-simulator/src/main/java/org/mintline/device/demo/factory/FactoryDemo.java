package org.mintline.device.demo.factory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.mintline.device.demo.Installation;
import org.mintline.device.demo.Narrator;

/**
 * The story: profiles for eUICCs that have no device yet are bound by a carrier and brought to a factory, over a dedicated line and by an
 * aggregator; all lines to the world are cut; devices are made and install their profiles; the lines are mended, and the carrier and its
 * operator know.
 */
final class FactoryDemo {
    private final String name = "lot-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private final Installation carrier;
    private final Installation factory;
    private final Path folder;
    private final Narrator narrator;

    /**
     * @param carrier the server at the carrier's end
     * @param factory the server at the other end
     * @param folder for the devices and the station
     */
    FactoryDemo(Installation carrier, Installation factory, Path folder, Narrator narrator) {
        this.carrier = carrier;
        this.factory = factory;
        this.folder = folder;
        this.narrator = narrator;
    }

    /**
     * Plays it.
     *
     * @param size how many devices are made, and how many bare eUICCs get a profile beside them
     * @param outside all lines between the two servers
     * @throws IOException if anything does not work
     */
    void play(int size, List<CuttableRelay> outside) throws IOException, InterruptedException {
        try (Carrier theCarrier = new Carrier(carrier)) {
            ImageWay images = new ImageWay(theCarrier, factory, folder.resolve(name), name, narrator);
            PhasedWay phased = new PhasedWay(theCarrier, carrier, factory, name + "-bare", narrator);
            images.carry(size);
            phased.carry(size);
            outside.forEach(CuttableRelay::cut);
            Waiting.until("the cut to be noticed", images::isLineDown);
            narrator.step("All lines between carrier and factory are cut");
            images.makeDevices();
            phased.provision();
            outside.forEach(CuttableRelay::mend);
            images.awaitKnown();
            phased.awaitKnown();
        }
    }
}
