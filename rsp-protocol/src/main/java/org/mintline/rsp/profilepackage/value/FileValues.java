package org.mintline.rsp.profilepackage.value;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mintline.rsp.identification.Imsi;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/** The contents of the files that carry a subscription (TS 31.102, TS 31.103, TS 102 221). */
public final class FileValues {
    /** EF.ICCID: 10 bytes. */
    public static final int ICCID_BYTES = 10;
    /** EF.IMSI: 9 bytes. */
    public static final int IMSI_BYTES = 9;
    /** What EF.MSISDN and its like have behind the alpha identifier: 14 bytes. */
    public static final int DIALLING_NUMBER_BYTES = 14;
    /** The service centre address of EF.SMSP with its length: 12 bytes. */
    public static final int ADDRESS_BYTES = 12;

    private static final int IMS_TAG = 0x80;
    private static final byte INTERNATIONAL = (byte) 0x91;
    private static final byte UNKNOWN_TYPE_OF_NUMBER = (byte) 0x81;

    private FileValues() {}

    /** The IMSI in EF.IMSI; empty if it holds none. */
    public static Optional<Imsi> imsiIn(byte[] value) {
        try {
            return Optional.of(Imsi.ofEf(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * EF.ACC (TS 31.102, clause 4.2.15) of an ordinary subscriber: the class of the last digit of the IMSI. The special
     * classes 11 to 15 stay as they are.
     *
     * @param imsi the IMSI
     * @param current the two bytes that are there
     */
    public static byte[] accessClass(Imsi imsi, byte[] current) {
        int bits = 1 << accessClassOf(imsi);
        return new byte[] {(byte) (current[0] & 0xF8 | bits >>> 8), (byte) bits};
    }

    /** The access control class of an ordinary subscriber: the last digit of the IMSI (TS 22.011, clause 4.2). */
    public static int accessClassOf(Imsi imsi) {
        return imsi.digits().charAt(imsi.digits().length() - 1) - '0';
    }

    /** The access control classes in EF.ACC. */
    public static List<Integer> accessClassesIn(byte[] value) {
        List<Integer> classes = new ArrayList<>();
        for (int accessClass = 0; accessClass < 16 && value.length == 2; accessClass++) {
            if ((value[1 - accessClass / 8] >> accessClass % 8 & 1) == 1) {
                classes.add(accessClass);
            }
        }
        return classes;
    }

    /**
     * What stands behind the alpha identifier in a record of EF.MSISDN (TS 31.102, clause 4.2.26): 14 bytes.
     *
     * @param number up to 20 digits, with a plus sign in front of an international number
     */
    public static byte[] diallingNumber(String number) {
        byte[] value = new byte[DIALLING_NUMBER_BYTES];
        Arrays.fill(value, (byte) 0xFF);
        System.arraycopy(address(number), 0, value, 0, ADDRESS_BYTES);
        return value;
    }

    /**
     * An address with its length: type of number, then digits (TS 24.011, clause 8.2.5.2).
     *
     * @param number up to 20 digits, with a plus sign in front of an international number
     */
    public static byte[] address(String number) {
        boolean international = number.startsWith("+");
        String digits = international ? number.substring(1) : number;
        byte[] value = new byte[ADDRESS_BYTES];
        value[0] = (byte) (1 + (digits.length() + 1) / 2);
        value[1] = international ? INTERNATIONAL : UNKNOWN_TYPE_OF_NUMBER;
        System.arraycopy(Digits.swapped(digits, ADDRESS_BYTES - 2), 0, value, 2, ADDRESS_BYTES - 2);
        return value;
    }

    /** The number that starts at that position; empty if there is none. */
    public static Optional<String> numberIn(byte[] value, int position) {
        if (position < 0 || position + ADDRESS_BYTES > value.length) {
            return Optional.empty();
        }
        int length = value[position] & 0xFF;
        if (length < 2 || length > ADDRESS_BYTES - 1) {
            return Optional.empty();
        }
        String plus = (value[position + 1] & 0x70) == 0x10 ? "+" : "";
        return Optional.of(plus + Digits.fromSwapped(Arrays.copyOfRange(value, position + 2, position + 1 + length)));
    }

    /**
     * A text of ISIM behind tag '80': IMPI, IMPU or home network domain name (TS 31.103, clauses 4.2.2 to 4.2.4).
     *
     * @param text the identity
     * @param bytes the length of the result, filled with FF
     * @throws IllegalArgumentException if it does not fit
     */
    public static byte[] imsIdentity(String text, int bytes) {
        byte[] coded = Tlv.encode(IMS_TAG, text.getBytes(StandardCharsets.UTF_8));
        if (coded.length > bytes) {
            throw new IllegalArgumentException("the text needs " + coded.length + " bytes, there are " + bytes);
        }
        byte[] value = Arrays.copyOf(coded, bytes);
        Arrays.fill(value, coded.length, bytes, (byte) 0xFF);
        return value;
    }

    /** The text behind tag '80', filled with FF or not; empty if there is none. */
    public static Optional<String> imsIdentityIn(byte[] value) {
        int end = value.length;
        while (end > 0 && (value[end - 1] == (byte) 0xFF)) {
            end--;
        }
        try {
            Tlv tlv = Tlv.decode(Arrays.copyOf(value, end), DecodeLimits.MESSAGE);
            return tlv.tag() == IMS_TAG ? Optional.of(tlv.utf8(1024)) : Optional.empty();
        } catch (DecodeException e) {
            return Optional.empty();
        }
    }

    /**
     * A service table (EF.UST, EF.EST, EF.IST): bit n-1 stands for service n.
     *
     * @param services numbers from 1
     * @param bytes the length of the table
     * @throws IllegalArgumentException if a service lies outside the table
     */
    public static byte[] serviceTable(Collection<Integer> services, int bytes) {
        byte[] value = new byte[bytes];
        for (int service : services) {
            if (service < 1 || service > 8 * bytes) {
                throw new IllegalArgumentException("service " + service + " is not in a table of " + bytes + " bytes");
            }
            value[(service - 1) / 8] |= (byte) (1 << (service - 1) % 8);
        }
        return value;
    }

    /** The services in a service table. */
    public static List<Integer> servicesIn(byte[] value) {
        List<Integer> services = new ArrayList<>();
        for (int service = 1; service <= 8 * value.length; service++) {
            if ((value[(service - 1) / 8] >> (service - 1) % 8 & 1) == 1) {
                services.add(service);
            }
        }
        return services;
    }

    /**
     * A PLMN (TS 24.008, clause 10.5.1.13): three bytes.
     *
     * @param plmn MCC and MNC, 5 or 6 digits
     */
    public static byte[] plmn(String plmn) {
        String third = plmn.length() == 6 ? plmn.substring(5) : "F";
        String swapped =
                "" + plmn.charAt(1) + plmn.charAt(0) + third + plmn.charAt(2) + plmn.charAt(4) + plmn.charAt(3);
        return HexFormat.of().parseHex(swapped);
    }

    /** The PLMNs in a list of them; empty places are left out. */
    public static List<String> plmnsIn(byte[] value) {
        List<String> plmns = new ArrayList<>();
        for (int i = 0; i + 3 <= value.length; i += 3) {
            String mcc = Digits.fromSwapped(Arrays.copyOfRange(value, i, i + 2)).toUpperCase(Locale.ROOT);
            if (mcc.length() < 3) {
                continue;
            }
            int thirdDigit = value[i + 1] >> 4 & 0xF;
            plmns.add(mcc.substring(0, 3)
                    + Digits.fromSwapped(new byte[] {value[i + 2]})
                    + (thirdDigit == 0xF ? "" : Integer.toString(thirdDigit)));
        }
        return plmns;
    }

    /**
     * EF.Routing_Indicator (TS 31.102, clause 4.4.11.11): four bytes, the indicator in the first two.
     *
     * @param digits 1 to 4 digits
     */
    public static byte[] routingIndicator(String digits) {
        return Arrays.copyOf(Digits.swapped(digits, 2), 4);
    }
}
