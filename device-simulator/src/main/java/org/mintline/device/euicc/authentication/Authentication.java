package org.mintline.device.euicc.authentication;

import java.security.MessageDigest;
import java.util.Arrays;

/** One run of AUTHENTICATE in the 3G security context (3GPP TS 33.102, clause 6.3.3; TS 31.102, clause 7.1). */
public final class Authentication {
    private final AuthenticationAlgorithm algorithm;
    private final SequenceNumbers sequenceNumbers;

    /** What the network's challenge led to. */
    public sealed interface Outcome {}

    /**
     * The network is genuine and the challenge fresh.
     *
     * @param keys RES, CK and IK for the terminal
     */
    public record Success(AuthenticationAlgorithm.Keys keys) implements Outcome {}

    /**
     * The network is genuine, but the sequence number is not fresh.
     *
     * @param auts SQN_MS concealed and MAC-S, 14 bytes with a MAC of 8
     */
    public record SynchronisationFailure(byte[] auts) implements Outcome {}

    /** The network does not know K. */
    public record MacFailure() implements Outcome {}

    /**
     * @param algorithm the algorithm set with the subscriber's keys
     * @param sequenceNumbers the array that is brought forward by each success
     */
    public Authentication(AuthenticationAlgorithm algorithm, SequenceNumbers sequenceNumbers) {
        this.algorithm = algorithm;
        this.sequenceNumbers = sequenceNumbers;
    }

    /** The sequence numbers as they stand. */
    public SequenceNumbers sequenceNumbers() {
        return sequenceNumbers;
    }

    /**
     * Answers a challenge.
     *
     * @param rand 16 bytes
     * @param autn SQN concealed, AMF and MAC-A: 16 bytes with a MAC of 8
     */
    public Outcome authenticate(byte[] rand, byte[] autn) {
        AuthenticationAlgorithm.Keys keys = algorithm.f2345(rand);
        byte[] sqn = Bytes.xor(Arrays.copyOf(autn, 6), keys.ak());
        byte[] amf = Arrays.copyOfRange(autn, 6, 8);
        byte[] mac = Arrays.copyOfRange(autn, 8, autn.length);
        if (!MessageDigest.isEqual(algorithm.f1(rand, sqn, amf), mac)) {
            return new MacFailure();
        }
        if (algorithm.checksSequenceNumbers() && !sequenceNumbers.accept(sqn)) {
            byte[] sqnMs = sequenceNumbers.sqnMs();
            byte[] macS = algorithm.f1Star(rand, sqnMs, new byte[2]);
            return new SynchronisationFailure(Bytes.concatenate(Bytes.xor(sqnMs, algorithm.f5Star(rand)), macS));
        }
        return new Success(keys);
    }
}
