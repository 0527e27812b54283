package org.mintline.device.euicc.profile;

import java.util.List;
import java.util.function.Function;
import org.mintline.device.euicc.authentication.Authentication;
import org.mintline.device.euicc.authentication.AuthenticationAlgorithm;
import org.mintline.device.euicc.authentication.Milenage;
import org.mintline.device.euicc.authentication.SequenceNumbers;
import org.mintline.device.euicc.authentication.Tuak;
import org.mintline.device.euicc.authentication.UsimTestAlgorithm;
import org.mintline.rsp.tlv.Tlv;

/** Carries out PE-AKAParameter (TCA, clause 8.5): the algorithm, the keys and the sequence numbers of a USIM or ISIM. */
final class AkaParameters {
    private static final int MILENAGE = 1;
    private static final int TUAK = 2;
    private static final int USIM_TEST_ALGORITHM = 3;
    private static final byte[] DEFAULT_ROTATIONS = {0x40, 0x00, 0x20, 0x40, 0x60};
    private static final long DEFAULT_LIMIT = 0x10000000L;
    private static final int SEQUENCE_NUMBERS = 32;
    private static final int SECRET_BYTES_OF_A_TEST_KEY = 11;

    private final Tlv element;
    private final Tlv configuration;

    /** @param element the whole profile element */
    AkaParameters(Tlv element) {
        this.element = element;
        this.configuration = element.child(0xA1)
                .orElseThrow(
                        () -> new PeException(PeStatus.Code.INVALID_REQUEST_FORMAT, "algoConfiguration is missing"))
                .reader()
                .next("algoConfiguration");
    }

    /**
     * What AUTHENTICATE works with.
     *
     * @param mapped finds what an application installed earlier works with, by its AID
     */
    Authentication authentication(Function<byte[], Authentication> mapped) {
        return switch (configuration.tag()) {
            case 0xA0 -> mapped.apply(field(configuration, 0x81).octets(5, 16));
            case 0xA1 -> new Authentication(algorithm(), sequenceNumbers());
            default -> throw new PeException(PeStatus.Code.INVALID_REQUEST_FORMAT, "algoConfiguration is unknown");
        };
    }

    /**
     * Whether a Test Profile may have this key: it uses the test algorithm, or the upper 88 bits of K are zero (SGP.22 v2.5,
     * clause 2.4.5.3).
     */
    boolean isFitForTestProfile() {
        if (configuration.tag() != 0xA1 || field(configuration, 0x80).integer() == USIM_TEST_ALGORITHM) {
            return true;
        }
        byte[] key = field(configuration, 0x82).octets(16, 32);
        for (int i = 0; i < SECRET_BYTES_OF_A_TEST_KEY; i++) {
            if (key[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private AuthenticationAlgorithm algorithm() {
        byte[] key = field(configuration, 0x82).octets(16, 32);
        return switch (field(configuration, 0x80).integer()) {
            case MILENAGE ->
                new Milenage(
                        key,
                        field(configuration, 0x83).octets(16, 16),
                        configuration.child(0x84).map(r -> r.octets(5, 5)).orElse(DEFAULT_ROTATIONS),
                        configuration
                                .child(0x85)
                                .map(c -> c.octets(80, 80))
                                .orElseGet(AkaParameters::defaultConstants));
            case TUAK ->
                new Tuak(
                        key,
                        field(configuration, 0x83).octets(32, 32),
                        lengths(field(configuration, 0x81).octets(1, 1)[0]),
                        configuration.child(0x87).map(Tlv::integer).orElse(1) & 0xFF);
            case USIM_TEST_ALGORITHM -> new UsimTestAlgorithm(key);
            default -> throw new PeException(PeStatus.Code.FEATURE_NOT_SUPPORTED, "the algorithm is unknown");
        };
    }

    /** The lengths in algorithmOptions: RES in the bits 1 to 3, MAC in 4 to 6, CK and IK in 7. */
    private static Tuak.Lengths lengths(byte options) {
        int resCode = options & 7;
        int macCode = options >>> 3 & 7;
        if (resCode > 3 || macCode > 2) {
            throw new PeException(PeStatus.Code.INVALID_PARAMETER, "algorithmOptions is out of range");
        }
        int keys = (options & 0x40) == 0 ? 16 : 32;
        return new Tuak.Lengths(8 << macCode, 4 << resCode, keys, keys);
    }

    private SequenceNumbers sequenceNumbers() {
        long[] highest = new long[SEQUENCE_NUMBERS];
        List<Tlv> initial = element.child(0xA5).map(Tlv::children).orElse(List.of());
        if (!initial.isEmpty() && initial.size() != SEQUENCE_NUMBERS) {
            throw new PeException(PeStatus.Code.INVALID_PARAMETER, "sqnInit has not 32 entries");
        }
        for (int i = 0; i < initial.size(); i++) {
            highest[i] = number(initial.get(i));
        }
        return new SequenceNumbers(
                highest,
                element.child(0x83).map(AkaParameters::number).orElse(DEFAULT_LIMIT),
                element.child(0x84).map(AkaParameters::number).orElse(DEFAULT_LIMIT));
    }

    private static long number(Tlv sixBytes) {
        long value = 0;
        for (byte b : sixBytes.octets(6, 6)) {
            value = value << 8 | b & 0xFF;
        }
        return value;
    }

    private static byte[] defaultConstants() {
        byte[] constants = new byte[80];
        for (int i = 1; i < 5; i++) {
            constants[16 * i + 15] = (byte) (1 << i - 1);
        }
        return constants;
    }

    private static Tlv field(Tlv parent, int tag) {
        return parent.child(tag)
                .orElseThrow(() -> new PeException(PeStatus.Code.INVALID_REQUEST_FORMAT, "an element is missing"));
    }
}
