package org.mintline.device.euicc.authentication;

/**
 * The functions f1 to f5* of one algorithm set with the subscriber's keys inside (3GPP TS 33.102, clause 3.2).
 *
 * <p>RAND has 16 bytes, SQN and AK have 6, AMF has 2; the other lengths are those of the algorithm set.
 */
public interface AuthenticationAlgorithm {
    /**
     * What f2 to f5 give for one challenge.
     *
     * @param res the response, 4 to 32 bytes
     * @param ck the cipher key, 16 or 32 bytes
     * @param ik the integrity key, 16 or 32 bytes
     * @param ak the anonymity key, 6 bytes
     */
    record Keys(byte[] res, byte[] ck, byte[] ik, byte[] ak) {}

    /** The network authentication function: MAC-A, 8 to 32 bytes. */
    byte[] f1(byte[] rand, byte[] sqn, byte[] amf);

    /** The re-synchronisation message authentication function: MAC-S, 8 to 32 bytes. */
    byte[] f1Star(byte[] rand, byte[] sqn, byte[] amf);

    /** Response and keys for one challenge. */
    Keys f2345(byte[] rand);

    /** The anonymity key of a re-synchronisation, 6 bytes. */
    byte[] f5Star(byte[] rand);

    /** Whether the sequence number is checked; the test algorithm leaves it out (TCA, clause 8.5). */
    default boolean checksSequenceNumbers() {
        return true;
    }
}
