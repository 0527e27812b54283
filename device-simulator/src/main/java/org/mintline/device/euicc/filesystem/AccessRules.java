package org.mintline.device.euicc.filesystem;

import java.util.List;
import java.util.Set;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/** Reads access rules in the expanded format (ETSI TS 102 221, clause 9.2.4; ISO/IEC 7816-4, clause 9.3). */
public final class AccessRules {
    /** The bit of an access mode byte of an EF that stands for reading and searching. */
    public static final int READ = 0x01;
    /** The bit of an access mode byte of an EF that stands for updating. */
    public static final int UPDATE = 0x02;

    private static final int ACCESS_MODE_BYTE = 0x80;
    private static final int ALWAYS = 0x90;
    private static final int NEVER = 0x97;
    private static final int OR = 0xA0;
    private static final int AND = 0xAF;
    private static final int CONTROL_REFERENCE_TEMPLATE = 0xA4;
    private static final int KEY_REFERENCE = 0x83;

    private AccessRules() {}

    /**
     * Whether a file may be used.
     *
     * @param file the file
     * @param operation {@link #READ} or {@link #UPDATE}
     * @param verified the PINs that were verified
     * @return false also where the rule is missing or unreadable
     */
    public static boolean permit(ElementaryFile file, int operation, Set<Pin> verified) {
        byte[] rule = rule(file);
        try {
            return rule.length > 0
                    && permits(Tlv.decodeAll(rule, DecodeLimits.MESSAGE), operation, file.parent(), verified);
        } catch (DecodeException e) {
            return false;
        }
    }

    /** The record of the nearest EF.ARR of the referenced identifier, without its filling. */
    private static byte[] rule(ElementaryFile file) {
        AccessRuleReference reference = file.accessRule();
        for (Directory directory = file.parent(); directory != null; directory = directory.parent()) {
            CardFile found = directory.file(reference.fileId()).orElse(null);
            if (found instanceof ElementaryFile rules && reference.record() <= rules.records()) {
                return withoutFilling(rules.readRecord(reference.record()));
            }
        }
        return new byte[0];
    }

    private static byte[] withoutFilling(byte[] record) {
        int end = record.length;
        while (end > 0 && record[end - 1] == (byte) 0xFF) {
            end--;
        }
        return java.util.Arrays.copyOf(record, end);
    }

    private static boolean permits(List<Tlv> rule, int operation, Directory directory, Set<Pin> verified) {
        boolean applies = false;
        for (Tlv element : rule) {
            if (element.tag() == ACCESS_MODE_BYTE) {
                applies = element.length() == 1 && (element.value()[0] & operation) != 0;
            } else if (element.tag() > ACCESS_MODE_BYTE && element.tag() < ALWAYS) {
                applies = false;
            } else if (applies && isMet(element, directory, verified)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMet(Tlv condition, Directory directory, Set<Pin> verified) {
        return switch (condition.tag()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case OR -> condition.children().stream().anyMatch(c -> isMet(c, directory, verified));
            case AND -> condition.children().stream().allMatch(c -> isMet(c, directory, verified));
            case CONTROL_REFERENCE_TEMPLATE ->
                condition
                        .child(KEY_REFERENCE)
                        .flatMap(key -> directory.pin(key.value()[0] & 0xFF))
                        .map(pin -> !pin.isEnabled() || verified.contains(pin))
                        .orElse(false);
            default -> false;
        };
    }
}
