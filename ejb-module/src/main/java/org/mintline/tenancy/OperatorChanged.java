package org.mintline.tenancy;

/**
 * An operator was registered or changed; fired within the transaction of the change.
 *
 * @param operator the one
 * @param action the function that changed it, for instance {@code revokeClientCertificate}
 * @param detail what changed
 */
public record OperatorChanged(OperatorId operator, String action, String detail) {}
