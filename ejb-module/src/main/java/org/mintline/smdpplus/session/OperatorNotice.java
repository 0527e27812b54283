package org.mintline.smdpplus.session;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.mintline.authentication.CertificateIssuers;
import org.mintline.notification.Outbox;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.profile.KnownProfileTypes;
import org.mintline.smdpplus.profile.Profile;

/**
 * ES2+.HandleDownloadProgressInfo (SGP.22 v2.5, clause 5.3.5): what the operator is told of its profile, left in the outbox in the
 * transaction of the change.
 */
@Dependent
public class OperatorNotice {
    private static final String FUNCTION = "handleDownloadProgressInfo";

    /** Kept, since finding it costs more than what it makes. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private final Outbox outbox;
    private final KnownProfileTypes types;
    private final CertificateIssuers issuers;
    private final Clock clock;
    /** Of the given parts. */
    @Inject
    public OperatorNotice(Outbox outbox, KnownProfileTypes types, CertificateIssuers issuers, Clock clock) {
        this.outbox = outbox;
        this.types = types;
        this.issuers = issuers;
        this.clock = clock;
    }

    /** notificationPointId: where in the download the profile is. */
    enum Point {
        /** Eligibility and retry limit check. */
        ELIGIBILITY_AND_RETRY_LIMIT_CHECK(1),
        /** Confirmation failure. */
        CONFIRMATION_FAILURE(2),
        /** BPP download. */
        BPP_DOWNLOAD(3),
        /** BPP installation. */
        BPP_INSTALLATION(4),
        /** The eUICC enabled the profile; beyond the standard's list. */
        PROFILE_ENABLED(101),
        /** The eUICC disabled the profile; beyond the standard's list. */
        PROFILE_DISABLED(102),
        /** The eUICC deleted the profile; beyond the standard's list. */
        PROFILE_DELETED(103);

        private final int id;

        Point(int id) {
            this.id = id;
        }
    }

    /** A step succeeded. */
    void tellSuccess(Profile profile, Optional<String> eid, Point point, Optional<byte[]> resultData) {
        tell(profile, eid, point, JSON.createObjectBuilder().add("status", "Executed-Success"), resultData);
    }

    /** A step failed, with what the device was answered. */
    void tellFailure(Profile profile, Optional<String> eid, Point point, StatusCode code, String message) {
        tellFailure(profile, eid, point, code, message, Optional.empty());
    }

    /** A step failed at the eUICC or by the end user. */
    void tellFailure(
            Profile profile,
            Optional<String> eid,
            Point point,
            StatusCode code,
            String message,
            Optional<byte[]> resultData) {
        JsonObjectBuilder status = JSON.createObjectBuilder()
                .add("status", "Failed")
                .add(
                        "statusCodeData",
                        JSON.createObjectBuilder()
                                .add("subjectCode", code.subjectCode())
                                .add("reasonCode", code.reasonCode())
                                .add("message", message));
        tell(profile, eid, point, status, resultData);
    }

    private void tell(
            Profile profile, Optional<String> eid, Point point, JsonObjectBuilder status, Optional<byte[]> resultData) {
        JsonObjectBuilder body = JSON.createObjectBuilder()
                .add(
                        "header",
                        JSON.createObjectBuilder()
                                .add("functionRequesterIdentifier", issuers.ownIdentifier())
                                .add("functionCallIdentifier", UUID.randomUUID().toString()));
        eid.ifPresent(value -> body.add("eid", value));
        body.add("iccid", profile.iccid())
                .add(
                        "profileType",
                        types.find(profile.deliveredTypeId().orElse(profile.typeId()))
                                .name())
                .add(
                        "timestamp",
                        DateTimeFormatter.ISO_INSTANT.format(clock.instant().truncatedTo(ChronoUnit.SECONDS)))
                .add("notificationPointId", point.id)
                .add("notificationPointStatus", status);
        resultData.ifPresent(data -> body.add("resultData", Base64.getEncoder().encodeToString(data)));
        outbox.post(profile.operator(), profile.iccid(), FUNCTION, body.build().toString());
    }
}
