package org.mintline.smdpplus.session;

import java.util.Optional;
import org.mintline.audit.AuditEvent;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.profile.Profile;

/** The audit lines of ES9+: what an eUICC did to a profile. */
final class AuditLines {
    private AuditLines() {}

    static AuditEvent done(String action, Profile profile, String eid, String detail) {
        return line(action, profile, eid, "done", detail);
    }

    static AuditEvent refused(String action, Profile profile, String eid, StatusCode code, String detail) {
        return line(action, profile, eid, code.subjectCode() + "/" + code.reasonCode(), detail);
    }

    private static AuditEvent line(String action, Profile profile, String eid, String outcome, String detail) {
        return new AuditEvent(
                Optional.of(profile.operator()),
                "es9plus:" + eid,
                action,
                "profile:" + profile.iccid(),
                outcome,
                detail);
    }
}
