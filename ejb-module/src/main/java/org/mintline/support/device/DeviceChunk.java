package org.mintline.support.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;

/** What happens to a chunk of devices within one transaction. */
@ApplicationScoped
public class DeviceChunk {
    private DeviceRepository devices;
    private MasterKeySetRepository keySets;
    private AuditTrail audit;
    private Clock clock;

    /** For the container. */
    protected DeviceChunk() {}

    /** Of the given parts. */
    @Inject
    public DeviceChunk(DeviceRepository devices, MasterKeySetRepository keySets, AuditTrail audit, Clock clock) {
        this.devices = devices;
        this.keySets = keySets;
        this.audit = audit;
        this.clock = clock;
    }

    /** The version of the newest master key set. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public OptionalInt newestKeySet() {
        return keySets.newest();
    }

    /**
     * Registers or changes devices.
     *
     * @param defaultKeySet for lines that name none
     * @return how many were registered or changed
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int register(List<DeviceLine> lines, int defaultKeySet, String requestedBy) {
        int changed = 0;
        for (DeviceLine line : lines) {
            int keySet = line.keySetVersion().orElse(defaultKeySet);
            Optional<FactoryDevice> there = devices.find(line.eid());
            if (there.isEmpty()) {
                devices.add(new FactoryDevice(line, keySet, clock.instant()));
                changed++;
            } else if (!there.get().isAs(line, keySet)) {
                there.get().change(line, keySet);
                changed++;
            }
        }
        if (changed > 0) {
            audit.record(new AuditEvent(
                    Optional.empty(),
                    requestedBy,
                    "registerDevices",
                    "device:" + lines.get(0).eid(),
                    "done",
                    changed + " devices from this one on, lot " + lines.get(0).lot()));
        }
        return changed;
    }
}
