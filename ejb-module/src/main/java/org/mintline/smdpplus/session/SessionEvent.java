package org.mintline.smdpplus.session;

/** What moves an RSP session on (SGP.22 v2.5, clauses 3.0.1 and 3.1.3 to 3.1.5). */
public enum SessionEvent {
    /** ES9+.AuthenticateClient succeeded. */
    AUTHENTICATE,
    /** ES9+.GetBoundProfilePackage succeeded. */
    BIND,
    /** The Profile Installation Result arrived. */
    RESULT,
    /** ES9+.CancelSession succeeded. */
    CANCEL,
    /** The authenticated eUICC was refused what it asked for, or its order for good: limits exceeded. */
    REFUSE,
    /** The session of an authenticated eUICC grew too old. */
    EXPIRE
}
