package org.mintline.sgp23;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.data.EuiccInfo2;
import org.mintline.rsp.es10.AuthenticateServerResponse;
import org.mintline.rsp.es10.EuiccSigned1;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/** EuiccSigned1 with what a later version of the standard may add to it; an SM-DP+ has to pass over it. */
final class ExtendedEuiccSigned1 {
    private static final int CTX_PARAMS_FOR_COMMON_AUTHENTICATION = 0xA0;
    private static final int DEVICE_INFO = 0xA1;
    private static final int DEVICE_CAPABILITIES = 0xA1;
    private static final int UICC_CAPABILITY = 0x85;
    private static final int MORE_BYTES_OF_CAPABILITIES = 2;

    /** Adds something to EuiccSigned1, '30'. */
    interface Extension {
        byte[] extend(Tlv euiccSigned1);
    }

    private ExtendedEuiccSigned1() {}

    /** What the device signed, extended and signed anew. */
    static AuthenticateServerResponse.Ok signed(
            SimulatedDevice device, AuthenticateServerResponse.Ok plain, Extension extension) {
        byte[] extended = extension.extend(Tlv.decode(plain.euiccSigned1().encoded(), DecodeLimits.MESSAGE));
        EcdsaSignature signature = device.sign(extended);
        return new AuthenticateServerResponse.Ok(
                EuiccSigned1.decode(extended), signature, plain.euiccCertificate(), plain.eumCertificate());
    }

    /** Two bytes of bits that have no name yet, all of them set. */
    static byte[] withMoreUiccCapabilities(Tlv euiccSigned1) {
        return replaced(euiccSigned1, List.of(EuiccInfo2.TAG, UICC_CAPABILITY), capability -> {
            byte[] bits = capability.value();
            byte[] more = Arrays.copyOf(bits, bits.length + MORE_BYTES_OF_CAPABILITIES);
            Arrays.fill(more, bits.length, more.length, (byte) 0xFF);
            more[0] = 0;
            return Tlv.encode(UICC_CAPABILITY, more);
        });
    }

    /** A release of a technology that has no name yet, and an element behind all others. */
    static byte[] withMoreDeviceInfo(Tlv euiccSigned1) {
        byte[] withCapability = replaced(
                euiccSigned1,
                List.of(CTX_PARAMS_FOR_COMMON_AUTHENTICATION, DEVICE_INFO, DEVICE_CAPABILITIES),
                capabilities ->
                        Tlv.encode(DEVICE_CAPABILITIES, capabilities.value(), Tlv.encode(0x9E, new byte[] {20, 0, 0})));
        return replaced(
                Tlv.decode(withCapability, DecodeLimits.MESSAGE),
                List.of(CTX_PARAMS_FOR_COMMON_AUTHENTICATION, DEVICE_INFO),
                info -> Tlv.encode(DEVICE_INFO, info.value(), Tlv.encode(0x9E, new byte[] {1, 2, 3, 4})));
    }

    /** Two elements behind all others, one of them constructed. */
    static byte[] withMoreEuiccInfo2(Tlv euiccSigned1) {
        return replaced(
                euiccSigned1,
                List.of(EuiccInfo2.TAG),
                info -> Tlv.encode(
                        EuiccInfo2.TAG,
                        info.value(),
                        Tlv.encode(0x9E, new byte[] {1, 2, 3, 4}),
                        Tlv.encode(0xBE, Tlv.encode(0x80, new byte[] {5}))));
    }

    /** The element with the one at the end of the path, a tag a level, replaced. */
    private static byte[] replaced(Tlv element, List<Integer> path, Function<Tlv, byte[]> replacement) {
        if (path.isEmpty()) {
            return replacement.apply(element);
        }
        if (element.child(path.get(0)).isEmpty()) {
            throw new AssertionError("there is no element " + path.get(0));
        }
        Stream<byte[]> children = element.children().stream()
                .map(child -> child.tag() == path.get(0)
                        ? replaced(child, path.subList(1, path.size()), replacement)
                        : child.encoded());
        return Tlv.encode(element.tag(), children.toArray(byte[][]::new));
    }
}
