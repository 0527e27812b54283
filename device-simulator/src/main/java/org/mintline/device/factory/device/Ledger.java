package org.mintline.device.factory.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mintline.device.factory.protocol.InstallationReport;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * The images that a device is done with, and the reports that nobody has fetched yet. It is one entry of the security area, so an
 * installation and its report are there together or not at all.
 */
final class Ledger {
    /** The most reports that wait at a time. */
    static final int MAXIMUM_REPORTS = 64;

    private static final int MAXIMUM_IMAGES = 1024;
    private static final String NAME = "ledger";
    private static final int TAG = 0xE4;
    private static final int IMAGE = 0x80;
    private static final int REPORT = 0xE3;
    private static final DecodeLimits LIMITS = new DecodeLimits(4 * 1024 * 1024, 16, 100_000);

    private final SecurityArea area;
    private final List<byte[]> images = new ArrayList<>();
    private final List<InstallationReport> reports = new ArrayList<>();

    Ledger(SecurityArea area) {
        this.area = area;
        area.read(NAME).ifPresent(this::load);
    }

    boolean knows(byte[] imageIdentifier) {
        return images.stream().anyMatch(image -> Arrays.equals(image, imageIdentifier));
    }

    boolean isFull() {
        return reports.size() >= MAXIMUM_REPORTS;
    }

    Optional<InstallationReport> oldestReport() {
        return reports.stream().findFirst();
    }

    /** An image is done with. Durable once it returns; does nothing if that was noted before. */
    void add(InstallationReport report) {
        if (knows(report.imageIdentifier())) {
            return;
        }
        images.add(report.imageIdentifier());
        if (images.size() > MAXIMUM_IMAGES) {
            images.remove(0);
        }
        reports.add(report);
        save();
    }

    /** A report was fetched; whether it was here. */
    boolean remove(byte[] imageIdentifier) {
        boolean removed = reports.removeIf(report -> Arrays.equals(report.imageIdentifier(), imageIdentifier));
        if (removed) {
            save();
        }
        return removed;
    }

    private void load(byte[] encoded) {
        TlvReader reader = Tlv.decode(encoded, LIMITS).expect(TAG, NAME).reader();
        for (Tlv element : reader.rest()) {
            if (element.tag() == REPORT) {
                reports.add(InstallationReport.decode(element));
            } else {
                images.add(element.expect(IMAGE, "image").octets(16, 16));
            }
        }
    }

    private void save() {
        TlvWriter writer = new TlvWriter();
        images.forEach(image -> writer.octets(IMAGE, image));
        reports.forEach(report -> writer.encoded(report.encoded()));
        area.write(NAME, writer.wrap(TAG));
    }
}
