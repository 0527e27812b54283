package org.mintline.smdpplus.session;

import jakarta.ejb.ApplicationException;
import org.mintline.audit.AuditEvent;
import org.mintline.rsp.status.FunctionException;
import org.mintline.smdpplus.profile.Profile;

/** An authenticated eUICC was refused a step about a profile: the refusal has an audit line however many there are. */
@ApplicationException(rollback = true)
class DeviceRefusedException extends FunctionException {
    private static final long serialVersionUID = 1L;

    private final transient AuditEvent auditLine;

    DeviceRefusedException(String function, Profile profile, String eid, FunctionException refusal) {
        super(refusal.statusCode(), refusal.subjectIdentifier(), refusal.getMessage());
        auditLine = AuditLines.refused(function, profile, eid, refusal.statusCode(), refusal.getMessage());
    }

    AuditEvent auditLine() {
        return auditLine;
    }
}
