package org.mintline.device.factory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.euicc.state.StateStore;
import org.mintline.device.factory.device.EuiccSlot;
import org.mintline.device.factory.device.Storage;
import org.mintline.device.lpa.RecordedDownload;
import org.mintline.rsp.identification.Eid;

/** The power of one device: it lasts for a number of writes and APDUs. What is kept outlives it. */
final class Power {
    private final Eid eid;
    private final Map<String, byte[]> storage = new HashMap<>();
    private Optional<byte[]> cardState = Optional.empty();
    private int left = Integer.MAX_VALUE;
    private boolean isCutAfterwards;

    Power(Eid eid) {
        this.eid = eid;
    }

    static final class Cut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The power ends at the step after so many: before it, or once it is done and nobody has heard of it. */
    void lastsFor(int steps, boolean isDoneThen) {
        left = steps;
        isCutAfterwards = isDoneThen;
    }

    void isBack() {
        left = Integer.MAX_VALUE;
    }

    Eid eid() {
        return eid;
    }

    /** How many steps it still lasts. */
    int left() {
        return left;
    }

    Power copy() {
        Power copy = new Power(eid);
        copy.storage.putAll(storage);
        copy.cardState = cardState;
        return copy;
    }

    Set<String> names() {
        return Set.copyOf(storage.keySet());
    }

    Map<String, byte[]> content() {
        return storage;
    }

    Storage storage() {
        return new Storage() {
            @Override
            public Optional<byte[]> read(String name) {
                return Optional.ofNullable(storage.get(name));
            }

            @Override
            public void write(String name, byte[] content) {
                step(() -> storage.put(name, content.clone()));
            }

            @Override
            public void remove(String name) {
                step(() -> storage.remove(name));
            }

            @Override
            public Set<String> names() {
                return Power.this.names();
            }
        };
    }

    /** Switches the eUICC on. */
    EuiccSlot slot() {
        Euicc card = card();
        return new EuiccSlot() {
            @Override
            public void reset() {
                card.reset();
            }

            @Override
            public byte[] transmit(byte[] command) {
                byte[][] response = new byte[1][];
                step(() -> response[0] = card.transmit(command));
                return response[0];
            }
        };
    }

    /** The eUICC as it comes back. */
    Euicc card() {
        return RecordedDownload.card(eid, new StateStore() {
            @Override
            public void save(byte[] image) {
                cardState = Optional.of(image);
            }

            @Override
            public Optional<byte[]> load() {
                return cardState;
            }
        });
    }

    private void step(Runnable step) {
        if (left == 0) {
            if (isCutAfterwards) {
                step.run();
            }
            throw new Cut();
        }
        left--;
        step.run();
    }
}
