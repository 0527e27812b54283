package org.mintline.device.bench;

import java.util.List;

/**
 * How long carriers take, computed from what really goes over them. The defaults of the options and where they come from stand in
 * docs/performance.md.
 */
final class CarrierTimes {
    /** A start bit, 8 data bits, a stop bit. */
    private static final int BITS_A_BYTE = 10;

    private static final int BITS_AN_OCTET = 8;

    /** The user data of an SMS-DELIVER with 8-bit data (3GPP TS 23.040, clause 9.2.3.24). */
    private static final int TPDU = 140;

    /** User data header of a message that is one of several: length, concatenation (3GPP TS 23.040, clause 9.2.3.24.1). */
    private static final int CONCATENATION = 6;

    /** The information element that says "command packet" (ETSI TS 131 115, clause 4). */
    private static final int COMMAND_PACKET = 2;

    /** CPL, CHL, SPI, KIc, KID, TAR, CNTR, PCNTR and a MAC of 8 bytes (ETSI TS 102 225, clause 5.1). */
    private static final int COMMAND_HEADER = 2 + 1 + 2 + 1 + 1 + 3 + 5 + 1 + 8;

    private static final int CIPHER_BLOCK = 16;
    private static final int IN_CLEAR = 2 + 1 + 2 + 1 + 1 + 3;

    private CarrierTimes() {}

    /**
     * A serial line: one frame at a time, with the delay of the adapter in each turn.
     *
     * @param bytes both ways
     * @param exchanges requests with their answers
     * @param baudRate in bits a second
     * @param turnaround added to each exchange, in seconds
     */
    static double serial(long bytes, long exchanges, int baudRate, double turnaround) {
        return (double) bytes * BITS_A_BYTE / baudRate + exchanges * turnaround;
    }

    /**
     * A carrier in which a round trip weighs more than bytes: USB, HTTPS.
     *
     * @param rate in bits a second
     * @param roundTrip in seconds
     */
    static double roundTrips(long bytes, long exchanges, double rate, double roundTrip) {
        return bytes * BITS_AN_OCTET / rate + exchanges * roundTrip;
    }

    /** How many short messages carry packets, each under SCP80 with cipher and MAC, none sharing a message with another. */
    static int shortMessages(List<byte[]> packets) {
        return packets.stream().mapToInt(packet -> shortMessages(packet.length)).sum();
    }

    private static int shortMessages(int packet) {
        int ciphered = COMMAND_HEADER - IN_CLEAR + packet;
        int padded = (ciphered + CIPHER_BLOCK - 1) / CIPHER_BLOCK * CIPHER_BLOCK;
        int whole = IN_CLEAR + padded;
        if (1 + COMMAND_PACKET + whole <= TPDU) {
            return 1;
        }
        int left = whole - (TPDU - CONCATENATION - COMMAND_PACKET);
        return 1 + (left + TPDU - CONCATENATION - 1) / (TPDU - CONCATENATION);
    }
}
