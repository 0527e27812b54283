package org.mintline.web.rest;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;

/** An audit trail in memory. */
public final class RecordedAudit implements AuditTrail {
    private final List<AuditEvent> lines = new CopyOnWriteArrayList<>();

    @Override
    public void record(AuditEvent event) {
        lines.add(event);
    }

    @Override
    public void recordRefusal(AuditEvent event) {
        lines.add(event);
    }

    /** What was recorded, in order. */
    public List<AuditEvent> lines() {
        return List.copyOf(lines);
    }
}
