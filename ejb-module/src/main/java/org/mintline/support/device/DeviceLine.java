package org.mintline.support.device;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.mintline.rsp.crypto.CryptographyException;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.image.DeviceKey;
import org.mintline.rsp.image.SigningKind;

/** A device as a line of the maker's file tells it. */
public record DeviceLine(
        Eid eid, DeviceKey key, SigningKind accepts, String lot, Optional<String> imei, OptionalInt keySetVersion) {
    private static final String EID = "eid";
    private static final String PUBLIC_KEY = "publicKey";
    private static final String KIND = "kind";
    private static final String LOT = "lot";
    private static final String IMEI = "imei";
    private static final String KEY_SET_VERSION = "keySetVersion";
    private static final List<String> NEEDED = List.of(EID, PUBLIC_KEY, KIND, LOT);
    private static final List<String> KNOWN = List.of(EID, PUBLIC_KEY, KIND, LOT, IMEI, KEY_SET_VERSION);
    private static final int LONGEST_LOT = 100;

    /** The columns of a file, in their order. */
    public record Columns(List<String> names) {
        /**
         * Reads the first line.
         *
         * @throws IllegalArgumentException with what is wrong
         */
        public static Columns parse(String header) {
            List<String> names = Arrays.asList(header.strip().split(",", -1));
            Set<String> distinct = new HashSet<>(names);
            if (distinct.size() != names.size() || !KNOWN.containsAll(names) || !distinct.containsAll(NEEDED)) {
                throw new IllegalArgumentException("the first line names the columns " + String.join(",", NEEDED)
                        + ", and if wanted " + IMEI + " and " + KEY_SET_VERSION);
            }
            return new Columns(names);
        }

        /**
         * Reads a line.
         *
         * @throws IllegalArgumentException with what is wrong
         */
        public DeviceLine read(String line) {
            String[] fields = line.strip().split(",", -1);
            if (fields.length != names.size()) {
                throw new IllegalArgumentException("has " + fields.length + " fields, not " + names.size());
            }
            Map<String, String> values = new TreeMap<>();
            for (int i = 0; i < fields.length; i++) {
                values.put(names.get(i), fields[i].strip());
            }
            return of(values);
        }
    }

    private static DeviceLine of(Map<String, String> values) {
        String lot = values.get(LOT);
        if (lot.isEmpty() || lot.length() > LONGEST_LOT) {
            throw new IllegalArgumentException("lot has 1 to " + LONGEST_LOT + " characters");
        }
        return new DeviceLine(
                new Eid(values.get(EID)),
                key(values.get(PUBLIC_KEY)),
                kind(values.get(KIND)),
                lot,
                optional(values, IMEI).map(DeviceLine::imei),
                optional(values, KEY_SET_VERSION)
                        .map(DeviceLine::version)
                        .map(OptionalInt::of)
                        .orElseGet(OptionalInt::empty));
    }

    private static Optional<String> optional(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    private static DeviceKey key(String base64) {
        try {
            return new DeviceKey(KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64))));
        } catch (GeneralSecurityException | CryptographyException | IllegalArgumentException e) {
            throw new IllegalArgumentException("publicKey is no SubjectPublicKeyInfo on NIST P-256 in Base64", e);
        }
    }

    private static SigningKind kind(String text) {
        return Arrays.stream(SigningKind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("kind is DEVELOPMENT or COMMERCIAL"));
    }

    private static String imei(String text) {
        if (!text.matches("[0-9]{14,16}")) {
            throw new IllegalArgumentException("imei has 14 to 16 digits");
        }
        return text;
    }

    private static int version(String text) {
        if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > 0x7F) {
            throw new IllegalArgumentException("keySetVersion is 1 to 127");
        }
        return Integer.parseInt(text);
    }
}
