package org.mintline.smdpplus;

import java.util.Optional;
import org.mintline.rsp.status.FunctionException;
import org.mintline.tenancy.Operator;

/**
 * ES2+, the interface between operator and SM-DP+ (SGP.22 v2.5, clause 5.3).
 *
 * <p>The functionCallIdentifier of a call makes it idempotent: the same identifier of the same operator with the same content
 * gets the first answer again and changes nothing.
 */
public interface Es2Plus {
    /**
     * Who calls, and which call it is.
     *
     * @param operator the function requester, found by its TLS client certificate, or in whose name a user of the console acts
     * @param functionCallIdentifier the caller's identifier of this call, 1 to 100 characters
     * @param actor who calls, for the audit trail: {@code es2plus:<requester identifier>} or {@code console:<user>}
     */
    record Call(Operator operator, String functionCallIdentifier, String actor) {
        /** A call that came over ES2+. */
        public Call(Operator operator, String functionCallIdentifier) {
            this(operator, functionCallIdentifier, "es2plus:" + operator.functionRequesterIdentifier());
        }
    }

    /**
     * @param eid 32 digits
     * @param iccid 18 to 20 digits, with or without the filler F
     * @param profileType the name of a profile type of the caller
     */
    record DownloadOrder(Optional<String> eid, Optional<String> iccid, Optional<String> profileType) {}

    /**
     * @param matchingId the Activation Code Token; empty text for the default SM-DP+; absent if the SM-DP+ shall make one
     * @param confirmationCode as the end user will type it
     * @param smdsAddress where the event is to be registered
     * @param releaseFlag whether the Profile is released at once
     */
    record ConfirmOrder(
            String iccid,
            Optional<String> eid,
            Optional<String> matchingId,
            Optional<String> confirmationCode,
            Optional<String> smdsAddress,
            boolean releaseFlag) {}

    /** What confirmOrder answers. */
    record OrderConfirmed(Optional<String> eid, String matchingId, Optional<String> smdpAddress) {}

    /** @param finalProfileStatusIndicator {@code Available} or {@code Unavailable} */
    record CancelOrder(
            String iccid, Optional<String> eid, Optional<String> matchingId, String finalProfileStatusIndicator) {}

    /**
     * ES2+.DownloadOrder (clause 5.3.1): reserves a Profile.
     *
     * @return its ICCID, 19 or 20 digits without filler
     * @throws FunctionException with the status codes of the function
     */
    String downloadOrder(Call call, DownloadOrder order);

    /** ES2+.ConfirmOrder (clause 5.3.2). */
    OrderConfirmed confirmOrder(Call call, ConfirmOrder order);

    /** ES2+.CancelOrder (clause 5.3.3). */
    void cancelOrder(Call call, CancelOrder order);

    /** ES2+.ReleaseProfile (clause 5.3.4). */
    void releaseProfile(Call call, String iccid);
}
