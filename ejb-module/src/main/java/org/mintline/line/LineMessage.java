package org.mintline.line;

/**
 * What one server tells another.
 *
 * @param kind what it is
 * @param identifier the same whenever the same message is sent again, and no other's; at most 100 characters
 * @param content the object, encoded; at most {@link org.mintline.rsp.bulk.ProfilePackets#MAXIMUM_LENGTH} bytes
 */
public record LineMessage(LineMessageKind kind, String identifier, byte[] content) {}
