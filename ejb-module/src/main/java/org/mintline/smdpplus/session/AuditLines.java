package org.mintline.smdpplus.session;

import java.util.Optional;
import org.mintline.audit.AuditEvent;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.profile.Profile;

/** The audit lines of ES9+: what an eUICC did to a profile. */
final class AuditLines {
    private AuditLines() {}

    /** @param actor the eUICC, with the interface by which it came */
    static AuditEvent done(String action, Profile profile, String actor, String detail) {
        return line(action, profile, actor, "done", detail);
    }

    static AuditEvent refused(String action, Profile profile, String eid, StatusCode code, String detail) {
        return line(action, profile, actor(eid), outcome(code), detail);
    }

    /** Where no profile was found. */
    static AuditEvent refused(String action, RspSession session, String eid, StatusCode code, String detail) {
        return new AuditEvent(
                Optional.empty(), actor(eid), action, "session:" + session.transactionId(), outcome(code), detail);
    }

    /** An eUICC that came by ES9+. */
    static String actor(String eid) {
        return "es9plus:" + eid;
    }

    private static String outcome(StatusCode code) {
        return code.subjectCode() + "/" + code.reasonCode();
    }

    private static AuditEvent line(String action, Profile profile, String actor, String outcome, String detail) {
        return new AuditEvent(
                Optional.of(profile.operator()), actor, action, "profile:" + profile.iccid(), outcome, detail);
    }
}
