package org.mintline.audit;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * A line of the audit trail.
 *
 * @param number its number in the database, which says nothing about the order
 * @param occurredAt when it was written
 * @param event what happened
 * @param sealNumber its place in the chain, from 1; empty for the second or so until it is sealed
 */
public record AuditLine(long number, Instant occurredAt, AuditEvent event, OptionalLong sealNumber) {}
