package org.mintline.rsp.profilepackage.value;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mintline.rsp.tlv.Tlv;

/**
 * The access rules in a record of EF.ARR: who may do what (ETSI TS 102 221, clause 9.2; ISO/IEC 7816-4, clause 9.3.3).
 */
public final class AccessRules {
    private static final int ACCESS_MODE = 0x80;
    private static final int ACCESS_MODE_INSTRUCTION = 0x84;
    private static final int ALWAYS = 0x90;
    private static final int NEVER = 0x97;
    private static final int CONTROL_REFERENCE = 0xA4;
    private static final int OR = 0xA0;
    private static final HexFormat HEX = HexFormat.of();

    /** Bits of the access mode byte; those of files and of directories have different names. */
    private static final Map<String, Integer> MODES = Map.ofEntries(
            Map.entry("read", 0x01),
            Map.entry("update", 0x02),
            Map.entry("deactivate", 0x08),
            Map.entry("activate", 0x10),
            Map.entry("terminate", 0x20),
            Map.entry("delete", 0x40),
            Map.entry("delete-child", 0x01),
            Map.entry("create-ef", 0x02),
            Map.entry("create-df", 0x04));

    /** Operations that are named by the instruction byte of their command. */
    private static final Map<String, Integer> INSTRUCTIONS = Map.of("increase", 0x32, "resize", 0xD4);

    private AccessRules() {}

    /**
     * The encoding of one rule.
     *
     * @param operations names with plus signs between them, for instance {@code read} or {@code update+activate};
     *     instructions stand alone: {@code increase}, {@code resize}
     * @param condition {@code always}, {@code never}, or names of keys with "or" between them
     * @param keyReferences the numbers of the keys, by name
     * @throws IllegalArgumentException if a name is not known
     */
    public static byte[] rule(String operations, String condition, Map<String, Integer> keyReferences) {
        byte[] who = condition(condition.strip(), keyReferences);
        Integer instruction = INSTRUCTIONS.get(operations.strip());
        if (instruction != null) {
            return concatenated(
                    List.of(Tlv.encode(ACCESS_MODE_INSTRUCTION, new byte[] {instruction.byteValue()}), who));
        }
        int modes = 0;
        for (String operation : operations.split("\\+")) {
            modes |= Optional.ofNullable(MODES.get(operation.strip()))
                    .orElseThrow(() -> new IllegalArgumentException("'" + operation.strip() + "' is no operation"));
        }
        return concatenated(List.of(Tlv.encode(ACCESS_MODE, new byte[] {(byte) modes}), who));
    }

    private static byte[] condition(String condition, Map<String, Integer> keyReferences) {
        if (condition.equals("always")) {
            return Tlv.encode(ALWAYS);
        }
        if (condition.equals("never")) {
            return Tlv.encode(NEVER);
        }
        List<byte[]> keys = new ArrayList<>();
        for (String name : condition.split("\\s+or\\s+")) {
            Integer reference = keyReferences.get(name);
            if (reference == null) {
                throw new IllegalArgumentException("'" + name + "' is no key reference");
            }
            byte[] key = Tlv.encode(0x83, new byte[] {reference.byteValue()});
            byte[] usage = Tlv.encode(0x95, HEX.parseHex("08"));
            keys.add(Tlv.encode(CONTROL_REFERENCE, key, usage));
        }
        return keys.size() == 1 ? keys.get(0) : Tlv.encode(OR, keys.toArray(byte[][]::new));
    }

    /** The parts one behind the other. */
    public static byte[] concatenated(List<byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parts.forEach(out::writeBytes);
        return out.toByteArray();
    }
}
