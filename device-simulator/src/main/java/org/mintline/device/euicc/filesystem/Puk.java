package org.mintline.device.euicc.filesystem;

import java.security.MessageDigest;
import org.mintline.device.euicc.status.CardException;
import org.mintline.device.euicc.status.StatusWord;

/** An unblock PIN with its tries (ETSI TS 102 221, clause 9.5.2). */
public final class Puk {
    private final int reference;
    private final byte[] value;
    private final int maximumTries;
    private int triesLeft;

    /**
     * @param reference the reference in the profile package
     * @param value 8 bytes
     * @param maximumTries how often a wrong value may follow another
     * @param triesLeft how many tries are left now
     */
    public Puk(int reference, byte[] value, int maximumTries, int triesLeft) {
        if (value.length != Pin.LENGTH || maximumTries < triesLeft) {
            throw new IllegalArgumentException("PUK " + reference + " has no valid value or number of tries");
        }
        this.reference = reference;
        this.value = value.clone();
        this.maximumTries = maximumTries;
        this.triesLeft = triesLeft;
    }

    /** The reference in the profile package. */
    public int reference() {
        return reference;
    }

    /** How many tries are left; 0 when it is blocked. */
    public int triesLeft() {
        return triesLeft;
    }

    /** Takes over a stored state. */
    public void restore(int storedTriesLeft) {
        triesLeft = Math.min(storedTriesLeft, maximumTries);
    }

    void verify(byte[] presented) {
        if (triesLeft == 0) {
            throw new CardException(StatusWord.AUTHENTICATION_BLOCKED);
        }
        triesLeft--;
        if (!MessageDigest.isEqual(value, presented)) {
            throw new CardException(
                    triesLeft == 0 ? StatusWord.AUTHENTICATION_BLOCKED : StatusWord.VERIFICATION_FAILED | triesLeft);
        }
        triesLeft = maximumTries;
    }
}
