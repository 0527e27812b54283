/**
 * The cryptography that RSP needs, behind one door: {@link org.mintline.rsp.crypto.Cryptography}.
 *
 * <p>Owns the choice of provider (Amazon Corretto Crypto Provider where its native library loads, else BouncyCastle;
 * brainpoolP256r1 always BouncyCastle; AES and SHA-256 from the JDK), the two elliptic curves, and the formats of keys and
 * signatures on the wire. Knows nothing of certificates, sessions or messages. Start reading at {@code Cryptography}.
 */
package org.mintline.rsp.crypto;
