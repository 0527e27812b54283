package org.mintline.factory.local;

/**
 * What an administrator decides for a local provisioning server.
 *
 * @param deleteUnusedKeys whether an eUICC shall delete its unused keys after its last package (DMF03 and EUICCF03 of SGP.41)
 */
public record LocalPolicy(boolean deleteUnusedKeys) {}
