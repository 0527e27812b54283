package org.mintline.support.device;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mintline.lines.BoundedLines;
import org.mintline.paging.PageLimit;
import org.mintline.rsp.identification.Eid;
import org.mintline.support.FactoryDevices;
import org.mintline.support.PacketStore;
import org.mintline.support.SupportException;
import org.mintline.support.SupportException.Reason;

/** The devices of a factory, over the database. */
@Stateless
public class FactoryDevicesBean implements FactoryDevices {
    private static final int CHUNK = 500;

    private DeviceRepository devices;
    private DeviceChunk chunks;

    /** For the container. */
    protected FactoryDevicesBean() {}

    /** Of the given parts. */
    @Inject
    public FactoryDevicesBean(DeviceRepository devices, DeviceChunk chunks) {
        this.devices = devices;
        this.chunks = chunks;
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Registration register(InputStream file, String requestedBy) throws IOException {
        BoundedLines lines = new BoundedLines(file);
        DeviceLine.Columns columns = columns(lines);
        int newestKeySet = chunks.newestKeySet()
                .orElseThrow(() -> new SupportException(Reason.NOT_NOW, "register a master key set first"));
        Registering registering = new Registering(columns, newestKeySet, requestedBy);
        Optional<BoundedLines.Line> line = lines.next();
        while (line.isPresent()) {
            registering.add(line.get());
            line = lines.next();
        }
        return registering.end();
    }

    private static DeviceLine.Columns columns(BoundedLines lines) throws IOException {
        String header = lines.next()
                .flatMap(BoundedLines.Line::text)
                .orElseThrow(() -> new SupportException(Reason.MALFORMED, "the file has no first line"));
        try {
            return DeviceLine.Columns.parse(header);
        } catch (IllegalArgumentException e) {
            throw new SupportException(Reason.MALFORMED, e.getMessage());
        }
    }

    /** A file on its way in. */
    private final class Registering {
        private final DeviceLine.Columns columns;
        private final int defaultKeySet;
        private final String requestedBy;
        private final List<DeviceLine> chunk = new ArrayList<>(CHUNK);
        private final List<BadLine> badLines = new ArrayList<>();
        private long good;
        private long registered;
        private long rejected;

        Registering(DeviceLine.Columns columns, int defaultKeySet, String requestedBy) {
            this.columns = columns;
            this.defaultKeySet = defaultKeySet;
            this.requestedBy = requestedBy;
        }

        void add(BoundedLines.Line line) {
            if (line.text().filter(String::isBlank).isPresent()) {
                return;
            }
            try {
                chunk.add(columns.read(line.text()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "is longer than " + BoundedLines.LONGEST + " bytes or no UTF-8"))));
            } catch (IllegalArgumentException e) {
                rejected++;
                if (badLines.size() < MOST_BAD_LINES) {
                    badLines.add(new BadLine(line.number(), e.getMessage()));
                }
            }
            if (chunk.size() == CHUNK) {
                commit();
            }
        }

        Registration end() {
            if (!chunk.isEmpty()) {
                commit();
            }
            return new Registration(registered, good - registered, rejected, List.copyOf(badLines));
        }

        private void commit() {
            good += chunk.size();
            registered += chunks.register(List.copyOf(chunk), defaultKeySet, requestedBy);
            chunk.clear();
        }
    }

    @Override
    public Optional<Device> find(Eid eid) {
        return devices.find(eid).map(FactoryDevice::toDevice);
    }

    @Override
    public List<Device> list(Optional<String> lot, Optional<Eid> after, int limit) {
        return devices.list(lot, after, PageLimit.require(limit)).stream()
                .map(FactoryDevice::toDevice)
                .toList();
    }

    @Override
    public PacketStore.Page<StoryLine> story(Eid eid, OptionalLong after, int limit) {
        List<StoryEntry> rows = devices.story(eid, after, PageLimit.require(limit) + 1);
        List<StoryLine> items =
                rows.stream().limit(limit).map(StoryEntry::toLine).toList();
        return new PacketStore.Page<>(
                items,
                rows.size() > limit ? OptionalLong.of(items.get(limit - 1).id()) : OptionalLong.empty());
    }
}
