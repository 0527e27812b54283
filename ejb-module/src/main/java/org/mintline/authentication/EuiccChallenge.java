package org.mintline.authentication;

/**
 * What an eUICC has to answer to.
 *
 * @param serverChallenge of serverSigned1, 16 bytes
 * @param euiccCi euiccCiPKIdToBeUsed, 40 hexadecimal digits
 */
public record EuiccChallenge(byte[] serverChallenge, String euiccCi) {}
