package org.mintline.device.lpa;

import org.mintline.rsp.data.CancelSessionReason;

/** The LPA or the end user gave up a download, and the SM-DP+ was told. */
public final class DownloadCancelledException extends LpaException {
    private static final long serialVersionUID = 1L;

    private final CancelSessionReason reason;

    DownloadCancelledException(CancelSessionReason reason) {
        super("the download was cancelled: " + reason);
        this.reason = reason;
    }

    /** Why. */
    public CancelSessionReason reason() {
        return reason;
    }
}
