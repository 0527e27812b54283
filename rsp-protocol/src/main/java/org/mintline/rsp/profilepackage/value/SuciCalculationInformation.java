package org.mintline.rsp.profilepackage.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/**
 * EF.SUCI_Calc_Info: how the subscription's permanent identifier is concealed (TS 31.102, clause 4.4.11.8; TS 33.501,
 * annex C.3).
 *
 * @param schemes the protection schemes, most wanted first
 * @param publicKeys the home network's public keys; a scheme names one by its place in this list
 */
public record SuciCalculationInformation(List<ProtectionScheme> schemes, List<HomeNetworkPublicKey> publicKeys) {
    private static final int SCHEME_LIST = 0xA0;
    private static final int KEY_LIST = 0xA1;
    private static final int KEY_IDENTIFIER = 0x80;
    private static final int KEY = 0x81;

    /**
     * One protection scheme of the list.
     *
     * @param identifier 0 null scheme, 1 ECIES profile A (X25519), 2 ECIES profile B (P-256)
     * @param keyIndex the place of its key in the key list, from 1; 0 for none
     */
    public record ProtectionScheme(int identifier, int keyIndex) {
        /** Refuses what fits no byte. */
        public ProtectionScheme {
            if (identifier < 0 || identifier > 15 || keyIndex < 0 || keyIndex > 255) {
                throw new IllegalArgumentException("no protection scheme: " + identifier + ", key " + keyIndex);
            }
        }
    }

    /**
     * A public key of the home network.
     *
     * @param identifier 0 to 255, as the home network numbers it
     * @param key 32 bytes for X25519; a point of P-256, 33 bytes compressed or 65 not
     */
    public record HomeNetworkPublicKey(int identifier, byte[] key) {
        /** Refuses what is no such key. */
        public HomeNetworkPublicKey {
            boolean sized = key.length == 32 || key.length == 33 || key.length == 65;
            if (identifier < 0 || identifier > 255 || !sized) {
                throw new IllegalArgumentException("a home network public key has 32, 33 or 65 bytes");
            }
        }
    }

    /** Refuses a scheme whose key is not there. */
    public SuciCalculationInformation {
        schemes = List.copyOf(schemes);
        publicKeys = List.copyOf(publicKeys);
        for (ProtectionScheme scheme : schemes) {
            if (scheme.keyIndex() > publicKeys.size() || scheme.identifier() > 0 && scheme.keyIndex() == 0) {
                throw new IllegalArgumentException("the protection scheme has no key at place " + scheme.keyIndex());
            }
        }
    }

    /** The content of the file. */
    public byte[] encoded() {
        byte[][] schemeBytes = schemes.stream()
                .map(s -> new byte[] {(byte) s.identifier(), (byte) s.keyIndex()})
                .toArray(byte[][]::new);
        List<byte[]> keyObjects = new ArrayList<>();
        for (HomeNetworkPublicKey publicKey : publicKeys) {
            keyObjects.add(Tlv.encode(KEY_IDENTIFIER, new byte[] {(byte) publicKey.identifier()}));
            keyObjects.add(Tlv.encode(KEY, publicKey.key()));
        }
        byte[] schemeList = Tlv.encode(SCHEME_LIST, schemeBytes);
        byte[] keyList = Tlv.encode(KEY_LIST, keyObjects.toArray(byte[][]::new));
        byte[] content = Arrays.copyOf(schemeList, schemeList.length + keyList.length);
        System.arraycopy(keyList, 0, content, schemeList.length, keyList.length);
        return content;
    }

    /** The content of the file in words; empty if it cannot be read. */
    static Optional<String> describe(byte[] content) {
        int end = content.length;
        while (end > 0 && content[end - 1] == (byte) 0xFF) {
            end--;
        }
        try {
            StringBuilder text = new StringBuilder();
            for (Tlv list : Tlv.decodeAll(Arrays.copyOf(content, end), DecodeLimits.MESSAGE)) {
                if (list.tag() == SCHEME_LIST) {
                    byte[] pairs = list.value();
                    for (int i = 0; i + 1 < pairs.length; i += 2) {
                        text.append("scheme ")
                                .append(pairs[i])
                                .append(" key ")
                                .append(pairs[i + 1])
                                .append(", ");
                    }
                } else if (list.tag() == KEY_LIST) {
                    list.children().stream().filter(o -> o.tag() == KEY).forEach(o -> text.append("public key ")
                            .append(HexFormat.of().formatHex(o.value()))
                            .append(", "));
                }
            }
            return text.length() < 2 ? Optional.empty() : Optional.of(text.substring(0, text.length() - 2));
        } catch (DecodeException e) {
            return Optional.empty();
        }
    }
}
