package org.mintline.web.rest.es2plus;

/** A request body of ES2+. */
sealed interface Es2PlusRequest
        permits DownloadOrder.Request, ConfirmOrder.Request, CancelOrder.Request, ReleaseProfile.Request {
    /** Digits of an ICCID, with the filler or without. */
    String ICCID = "[0-9]{18,20}|[0-9]{18}FF?|[0-9]{19}F";

    /** Digits of an EID. */
    String EID = "[0-9]{32}";

    /** A MatchingID as it stands in an activation code (clause 4.1.1); empty for the default SM-DP+. */
    String MATCHING_ID = "[0-9A-Z-]*";

    /** Who calls, and which call it is. */
    RequestHeader header();
}
