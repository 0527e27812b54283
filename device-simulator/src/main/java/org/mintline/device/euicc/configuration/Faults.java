package org.mintline.device.euicc.configuration;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.mintline.rsp.data.ErrorReason;

/**
 * What a software eUICC does wrong on purpose, for tests of the other side. Immutable; {@link #NONE} is a card without faults.
 *
 * @param wrong which signatures are spoilt, and which other rule is broken
 * @param errorReason with which reason the next installation fails
 */
public record Faults(Set<Fault> wrong, Optional<ErrorReason> errorReason) {
    /** A card without faults. */
    public static final Faults NONE = new Faults(Set.of(), Optional.empty());

    /** The rules that a card can break. */
    public enum Fault {
        /** euiccSignature1 does not fit. */
        EUICC_SIGNATURE_1,
        /** euiccSignature2 does not fit. */
        EUICC_SIGNATURE_2,
        /** euiccSignPIR does not fit. */
        EUICC_SIGN_PIR,
        /** euiccNotificationSignature does not fit. */
        EUICC_NOTIFICATION_SIGNATURE,
        /** euiccCancelSessionSignature does not fit. */
        EUICC_CANCEL_SESSION_SIGNATURE,
        /** euiccSigned1 has another serverChallenge than was sent. */
        SERVER_CHALLENGE,
        /** euiccSigned1 has another transactionId than was sent. */
        TRANSACTION_ID_1,
        /** euiccSigned2 has another transactionId than was sent. */
        TRANSACTION_ID_2,
        /** A one-time key that was used before is not used again, though the server asks for it. */
        NEW_OTPK_ON_RETRY,
        /** hashCc is left out. */
        NO_HASH_CC,
        /** smdpOid of a cancelled session is another one. */
        SMDP_OID_OF_CANCEL_SESSION
    }

    /** Copies the set. */
    public Faults {
        wrong = Set.copyOf(wrong);
    }

    /** The same with one more fault. */
    public Faults with(Fault fault) {
        Set<Fault> more = EnumSet.of(fault);
        more.addAll(wrong);
        return new Faults(more, errorReason);
    }

    /** The same, with every installation failing for that reason. */
    public Faults withErrorReason(ErrorReason reason) {
        return new Faults(wrong, Optional.of(reason));
    }

    /** Whether that rule is broken. */
    public boolean has(Fault fault) {
        return wrong.contains(fault);
    }
}
