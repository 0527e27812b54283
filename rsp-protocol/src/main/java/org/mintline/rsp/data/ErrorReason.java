package org.mintline.rsp.data;

import org.mintline.rsp.tlv.NamedNumber;

/** Why an installation failed (ErrorReason in SGP.22 v2.5, clause 2.5.6). */
public enum ErrorReason implements NamedNumber {
    /** Incorrect input values. */
    INCORRECT_INPUT_VALUES(1),
    /** Invalid signature. */
    INVALID_SIGNATURE(2),
    /** Invalid TransactionID. */
    INVALID_TRANSACTION_ID(3),
    /** Unsupported values in the Control Reference Template. */
    UNSUPPORTED_CRT_VALUES(4),
    /** Unsupported remote operation type. */
    UNSUPPORTED_REMOTE_OPERATION_TYPE(5),
    /** Unsupported Profile class. */
    UNSUPPORTED_PROFILE_CLASS(6),
    /** Structure of a protected segment. */
    SCP03T_STRUCTURE_ERROR(7),
    /** Security of a protected segment. */
    SCP03T_SECURITY_ERROR(8),
    /** The eUICC has a Profile of this ICCID. */
    INSTALL_FAILED_DUE_TO_ICCID_ALREADY_EXISTS_ON_EUICC(9),
    /** Insufficient memory. */
    INSTALL_FAILED_DUE_TO_INSUFFICIENT_MEMORY_FOR_PROFILE(10),
    /** Interruption, for instance of power. */
    INSTALL_FAILED_DUE_TO_INTERRUPTION(11),
    /** A Profile Element could not be processed. */
    INSTALL_FAILED_DUE_TO_PE_PROCESSING_ERROR(12),
    /** The data do not fit together, for instance the ICCIDs. */
    INSTALL_FAILED_DUE_TO_DATA_MISMATCH(13),
    /** A test Profile with a key that is none for tests. */
    TEST_PROFILE_INSTALL_FAILED_DUE_TO_INVALID_NAA_KEY(14),
    /** A Profile Policy Rule is not allowed. */
    PPR_NOT_ALLOWED(15),
    /** Insufficient minimum security level. */
    INSUFFICIENT_MINIMUM_SECURITY_LEVEL(31),
    /** The server address is not in the allow list of the eUICC. */
    SERVER_ADDRESS_ABSENT_IN_EUICC_ALLOW_LIST(32),
    /** Any other reason, among them those of later versions. */
    INSTALL_FAILED_DUE_TO_UNKNOWN_ERROR(127);

    private final int number;

    ErrorReason(int number) {
        this.number = number;
    }

    /** The reason of that number; one without a name here is {@link #INSTALL_FAILED_DUE_TO_UNKNOWN_ERROR}. */
    public static ErrorReason of(int number) {
        return NamedNumber.find(ErrorReason.class, number).orElse(INSTALL_FAILED_DUE_TO_UNKNOWN_ERROR);
    }

    /** Whether a later attempt with the same order may succeed (SGP.22 v2.5, clause 3.1.5). */
    public boolean isTemporary() {
        return this == INSTALL_FAILED_DUE_TO_INSUFFICIENT_MEMORY_FOR_PROFILE
                || this == INSTALL_FAILED_DUE_TO_INTERRUPTION;
    }

    @Override
    public int number() {
        return number;
    }
}
