package org.mintline.rsp.profilepackage.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.Imsi;
import org.mintline.rsp.profilepackage.schema.ProfileSchema;
import org.mintline.rsp.profilepackage.schema.Type;
import org.mintline.rsp.profilepackage.value.AccessRules;
import org.mintline.rsp.profilepackage.value.AlphaText;
import org.mintline.rsp.profilepackage.value.Digits;
import org.mintline.rsp.profilepackage.value.FileValues;
import org.mintline.rsp.profilepackage.value.SuciCalculationInformation;
import org.mintline.rsp.profilepackage.value.SuciCalculationInformation.HomeNetworkPublicKey;
import org.mintline.rsp.profilepackage.value.SuciCalculationInformation.ProtectionScheme;
import org.mintline.rsp.tlv.Tlv;

/** How values are written in a template: hexadecimal digits, a list of parts, or a name with what it is made of. */
final class ValueNotation {
    private static final int MAXIMUM_BYTES = 64 * 1024;
    private static final int CODE_BYTES = 8;
    private static final byte DISPLAY_REGISTERED_PLMN = 0x01;
    private static final int SMSP_FIXED_BYTES = 28;
    private static final int SMSP_ADDRESS_AT = 13;
    private static final byte ONLY_SERVICE_CENTRE = (byte) 0xFD;
    private static final List<String> SCHEMES = List.of("null-scheme", "profile-a", "profile-b");

    private ValueNotation() {}

    /**
     * The bytes of a value.
     *
     * @param value what is written
     * @param packedDigits whether an ICCID is written as in the profile header, not as in EF.ICCID
     * @param unit the size of the file or record that the value fills; empty where it stands elsewhere
     */
    static byte[] bytes(Notation value, boolean packedDigits, OptionalInt unit) {
        if (value.isList()) {
            return AccessRules.concatenated(value.list().stream()
                    .map(part -> bytes(part, packedDigits, OptionalInt.empty()))
                    .toList());
        }
        if (value.isWord()) {
            return hex(value);
        }
        Map.Entry<String, Notation> named = value.only();
        try {
            return named(named.getKey(), named.getValue(), packedDigits, unit);
        } catch (IllegalArgumentException e) {
            throw named.getValue().error(e.getMessage());
        }
    }

    private static byte[] hex(Notation value) {
        String digits = value.word().replace(" ", "");
        if (!digits.matches("([0-9A-Fa-f]{2})*") || digits.length() > 2 * MAXIMUM_BYTES) {
            throw value.error("'" + value.word() + "' is not written in pairs of hexadecimal digits");
        }
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] named(String name, Notation value, boolean packedDigits, OptionalInt unit) {
        return switch (name) {
            case "iccid" -> iccid(value, packedDigits);
            case "imsi" -> new Imsi(value.word()).ef();
            case "access-class-of" -> FileValues.accessClass(new Imsi(value.word()), new byte[2]);
            case "digits" -> digits(value);
            case "text" -> value.word().getBytes(StandardCharsets.UTF_8);
            case "service-provider-name" -> serviceProviderName(value, unit(value, unit));
            case "dialling-number" -> diallingNumber(value, unit(value, unit));
            case "service-centre" -> serviceCentre(value, unit(value, unit));
            case "emergency-number" -> Digits.swapped(number(value).replace("+", ""), 3);
            case "identity" -> FileValues.imsIdentity(value.word(), unit(value, unit));
            case "services" -> services(value, unit(value, unit));
            case "plmns" -> plmns(value, unit(value, unit));
            case "application" -> application(value);
            case "access-rules" -> accessRules(value);
            case "routing-indicator" -> FileValues.routingIndicator(number(value));
            case "suci-calculation" -> suciCalculation(value);
            default -> throw value.error("'" + name + "' is no way of writing a value");
        };
    }

    private static int unit(Notation value, OptionalInt unit) {
        return unit.orElseThrow(() -> value.error("this value fills a file or record, whose size must be given"));
    }

    private static byte[] iccid(Notation value, boolean packedDigits) {
        Iccid iccid = Iccid.parse(value.word());
        return packedDigits ? Digits.packed(iccid.digits(), FileValues.ICCID_BYTES) : iccid.ef();
    }

    private static byte[] digits(Notation value) {
        if (!value.word().matches("\\d{4,8}")) {
            throw value.error("4 to 8 digits are expected");
        }
        return Digits.ascii(value.word(), CODE_BYTES);
    }

    private static String number(Notation value) {
        if (!value.word().matches("\\+?\\d{1,20}")) {
            throw value.error("'" + value.word() + "' is no number");
        }
        return value.word();
    }

    private static byte[] serviceProviderName(Notation value, int unit) {
        byte[] content = new byte[unit];
        content[0] = DISPLAY_REGISTERED_PLMN;
        System.arraycopy(AlphaText.encode(value.word(), unit - 1), 0, content, 1, unit - 1);
        return content;
    }

    private static byte[] diallingNumber(Notation value, int unit) {
        byte[] number = FileValues.diallingNumber(number(value));
        return atEnd(value, unit, number);
    }

    private static byte[] serviceCentre(Notation value, int unit) {
        byte[] parameters = filled(SMSP_FIXED_BYTES);
        parameters[0] = ONLY_SERVICE_CENTRE;
        byte[] address = FileValues.address(number(value));
        System.arraycopy(address, 0, parameters, SMSP_ADDRESS_AT, address.length);
        return atEnd(value, unit, parameters);
    }

    private static byte[] atEnd(Notation value, int unit, byte[] fixed) {
        if (fixed.length > unit) {
            throw value.error("the record has " + unit + " bytes, " + fixed.length + " are needed");
        }
        byte[] record = filled(unit);
        System.arraycopy(fixed, 0, record, unit - fixed.length, fixed.length);
        return record;
    }

    private static byte[] filled(int bytes) {
        byte[] filled = new byte[bytes];
        Arrays.fill(filled, (byte) 0xFF);
        return filled;
    }

    private static byte[] services(Notation value, int unit) {
        List<Integer> services =
                value.list().stream().map(n -> n.number(1, 8 * unit)).toList();
        return FileValues.serviceTable(services, unit);
    }

    private static byte[] plmns(Notation value, int unit) {
        byte[] content = filled(unit);
        int at = 0;
        for (Notation plmn : value.list()) {
            if (!plmn.word().matches("\\d{5,6}") || at + 3 > unit) {
                throw plmn.error("a PLMN is MCC and MNC, 5 or 6 digits; " + unit / 3 + " fit in");
            }
            System.arraycopy(FileValues.plmn(plmn.word()), 0, content, at, 3);
            at += 3;
        }
        return content;
    }

    /** A record of EF.DIR (ETSI TS 102 221, clause 13.1). */
    private static byte[] application(Notation value) {
        value.requireKeys(Set.of("aid", "label"));
        byte[] aid = Tlv.encode(0x4F, hex(value.require("aid")));
        byte[] label = Tlv.encode(0x50, value.require("label").word().getBytes(StandardCharsets.UTF_8));
        return Tlv.encode(0x61, aid, label);
    }

    private static byte[] accessRules(Notation value) {
        Map<String, Integer> references = keyReferences();
        List<byte[]> rules = new ArrayList<>();
        value.mapping().forEach((operations, who) -> {
            try {
                rules.add(AccessRules.rule(operations, who.word(), references));
            } catch (IllegalArgumentException e) {
                throw who.error(e.getMessage());
            }
        });
        return AccessRules.concatenated(rules);
    }

    /** The numbers of PINs and administrative keys, by their names in the schema. */
    static Map<String, Integer> keyReferences() {
        Type.Primitive reference = (Type.Primitive) ProfileSchema.element("pinCodes")
                .flatMap(c -> c.component("pinCodes"))
                .flatMap(c -> c.component("pinconfig"))
                .map(c -> ((Type.ListOf) c.type()).element())
                .flatMap(c -> c.component("keyReference"))
                .orElseThrow()
                .type();
        Map<String, Integer> references = new LinkedHashMap<>();
        reference.names().forEach((number, name) -> references.put(name, number));
        return references;
    }

    private static byte[] suciCalculation(Notation value) {
        value.requireKeys(Set.of("schemes", "keys"));
        List<ProtectionScheme> schemes = new ArrayList<>();
        for (Notation scheme : value.require("schemes").list()) {
            scheme.requireKeys(Set.of("scheme", "key"));
            int identifier = SCHEMES.indexOf(scheme.require("scheme").word());
            if (identifier < 0) {
                throw scheme.error("a protection scheme is one of " + String.join(", ", SCHEMES));
            }
            int key = scheme.get("key").map(k -> k.number(1, 255)).orElse(0);
            schemes.add(new ProtectionScheme(identifier, key));
        }
        List<HomeNetworkPublicKey> keys = new ArrayList<>();
        for (Notation key : value.get("keys").map(Notation::list).orElse(List.of())) {
            key.requireKeys(Set.of("identifier", "public-key"));
            keys.add(
                    new HomeNetworkPublicKey(key.require("identifier").number(0, 255), hex(key.require("public-key"))));
        }
        return new SuciCalculationInformation(schemes, keys).encoded();
    }
}
