package org.mintline.device.lpa;

/** The steps of a download, for showing progress (SGP.22 v2.5, clauses 3.0.1 and 3.1.3). */
public enum DownloadStep {
    /** ES9+.InitiateAuthentication answered. */
    AUTHENTICATION_INITIATED,
    /** The eUICC has authenticated the server. */
    SERVER_AUTHENTICATED,
    /** The server has authenticated the eUICC and offers a profile. */
    CLIENT_AUTHENTICATED,
    /** The eUICC is ready for the download. */
    DOWNLOAD_PREPARED,
    /** The bound profile package is here. */
    PACKAGE_RECEIVED,
    /** The eUICC gave its result. */
    PACKAGE_LOADED,
    /** The notifications are delivered. */
    NOTIFICATIONS_DELIVERED
}
