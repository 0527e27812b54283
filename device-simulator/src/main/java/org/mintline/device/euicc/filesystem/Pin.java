package org.mintline.device.euicc.filesystem;

import java.security.MessageDigest;
import org.mintline.device.euicc.status.CardException;
import org.mintline.device.euicc.status.StatusWord;

/** A PIN or an administrative key with its PUK (ETSI TS 102 221, clause 9.5). */
public final class Pin {
    /** The length of a PIN or PUK, filled up with FF, in bytes. */
    public static final int LENGTH = 8;

    private final int reference;
    private final int maximumTries;
    private final Puk puk;
    private byte[] value;
    private boolean enabled;
    private int triesLeft;

    /**
     * @param reference the key reference: 01 to 08, 0A to 0E, 81 to 88, 8A to 8E
     * @param value 8 bytes
     * @param enabled whether it has to be verified
     * @param maximumTries how often a wrong value may follow another
     * @param triesLeft how many tries are left now
     * @param puk what unblocks it, or null
     */
    public Pin(int reference, byte[] value, boolean enabled, int maximumTries, int triesLeft, Puk puk) {
        if (value.length != LENGTH || maximumTries < triesLeft) {
            throw new IllegalArgumentException("PIN " + reference + " has no valid value or number of tries");
        }
        this.reference = reference;
        this.value = value.clone();
        this.enabled = enabled;
        this.maximumTries = maximumTries;
        this.triesLeft = triesLeft;
        this.puk = puk;
    }

    /** The key reference. */
    public int reference() {
        return reference;
    }

    /** Whether it has to be verified. */
    public boolean isEnabled() {
        return enabled;
    }

    /** Whether it is an administrative key, which nobody can disable. */
    public boolean isAdministrative() {
        return (reference & 0x7F) > 8;
    }

    /** How many tries are left; 0 when it is blocked. */
    public int triesLeft() {
        return triesLeft;
    }

    /** The value, to be stored with the state of the card. */
    public byte[] value() {
        return value.clone();
    }

    /** What unblocks it, or null. */
    public Puk puk() {
        return puk;
    }

    /**
     * Compares a value and counts the try (clause 11.1.9).
     *
     * @throws CardException if it is wrong or the PIN is blocked
     */
    public void verify(byte[] presented) {
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

    /** Puts another value in place (CHANGE PIN) after the old one was verified. */
    public void change(byte[] old, byte[] replacement) {
        verify(old);
        value = replacement.clone();
    }

    /** Switches the need of verification on or off after the value was verified. */
    public void setEnabled(byte[] presented, boolean wanted) {
        if (isAdministrative()) {
            throw new CardException(StatusWord.FUNCTION_NOT_SUPPORTED);
        }
        if (enabled == wanted) {
            throw new CardException(StatusWord.CONDITIONS_NOT_SATISFIED);
        }
        verify(presented);
        enabled = wanted;
    }

    /** Puts another value in place with the PUK (UNBLOCK PIN). */
    public void unblock(byte[] presentedPuk, byte[] replacement) {
        if (puk == null) {
            throw new CardException(StatusWord.REFERENCED_DATA_NOT_FOUND);
        }
        puk.verify(presentedPuk);
        value = replacement.clone();
        enabled = true;
        triesLeft = maximumTries;
    }

    /** Takes over a stored state. */
    public void restore(byte[] storedValue, boolean storedEnabled, int storedTriesLeft) {
        value = storedValue.clone();
        enabled = storedEnabled;
        triesLeft = Math.min(storedTriesLeft, maximumTries);
    }
}
