package org.mintline.tenancy;

import java.net.URI;
import java.util.Optional;

/**
 * An operator: a tenant of the platform, and the function requester of ES2+.
 *
 * @param id its number here
 * @param name its name, shown in the console, 1 to 100 characters
 * @param functionRequesterIdentifier what it writes into the header of its ES2+ calls: an object identifier in dotted form
 * @param callbackAddress where ES2+.HandleDownloadProgressInfo of its profiles is sent: the base address before {@code
 *     /gsma/rsp2/es2plus/}; empty if it wants none
 */
public record Operator(OperatorId id, String name, String functionRequesterIdentifier, Optional<URI> callbackAddress) {}
