package org.mintline.device.euicc.status;

/** Status words that the card answers with (ETSI TS 102 221, clause 10.2; 3GPP TS 31.102, clause 7.3). */
public final class StatusWord {
    /** Done. */
    public static final int OK = 0x9000;
    /** Done; a proactive command of SW2 bytes waits. */
    public static final int PROACTIVE_COMMAND_PENDING = 0x9100;
    /** SW2 bytes wait for GET RESPONSE. */
    public static final int MORE_DATA = 0x6100;
    /** The end of the file came before Le bytes. */
    public static final int END_OF_FILE = 0x6282;
    /** Verification failed, or SW2's low digit tells the tries left. */
    public static final int VERIFICATION_FAILED = 0x63C0;
    /** No information, memory has not changed or is in error. */
    public static final int MEMORY_PROBLEM = 0x6581;
    /** Wrong length. */
    public static final int WRONG_LENGTH = 0x6700;
    /** The logical channel is not supported or not open. */
    public static final int CHANNEL_NOT_SUPPORTED = 0x6881;
    /** The command does not fit the structure of the file. */
    public static final int INCOMPATIBLE_WITH_FILE_STRUCTURE = 0x6981;
    /** The security status is not satisfied. */
    public static final int SECURITY_STATUS_NOT_SATISFIED = 0x6982;
    /** The PIN is blocked. */
    public static final int AUTHENTICATION_BLOCKED = 0x6983;
    /** The referenced data is deactivated. */
    public static final int DATA_INVALIDATED = 0x6984;
    /** The conditions of use are not satisfied. */
    public static final int CONDITIONS_NOT_SATISFIED = 0x6985;
    /** There is no current EF. */
    public static final int NO_CURRENT_EF = 0x6986;
    /** Wrong data. */
    public static final int WRONG_DATA = 0x6A80;
    /** The function is not supported. */
    public static final int FUNCTION_NOT_SUPPORTED = 0x6A81;
    /** The file or application was not found. */
    public static final int FILE_NOT_FOUND = 0x6A82;
    /** The record was not found. */
    public static final int RECORD_NOT_FOUND = 0x6A83;
    /** There is not enough memory. */
    public static final int NOT_ENOUGH_MEMORY = 0x6A84;
    /** Wrong P1 or P2. */
    public static final int WRONG_PARAMETERS = 0x6A86;
    /** The referenced data (a PIN, a key) was not found. */
    public static final int REFERENCED_DATA_NOT_FOUND = 0x6A88;
    /** The offset lies outside the file. */
    public static final int WRONG_OFFSET = 0x6B00;
    /** The instruction is not known. */
    public static final int INSTRUCTION_NOT_SUPPORTED = 0x6D00;
    /** The class is not known. */
    public static final int CLASS_NOT_SUPPORTED = 0x6E00;
    /** Authentication error, application specific: the MAC of the network is wrong. */
    public static final int AUTHENTICATION_ERROR_INCORRECT_MAC = 0x9862;

    private StatusWord() {}
}
