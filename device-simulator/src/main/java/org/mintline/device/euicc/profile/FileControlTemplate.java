package org.mintline.device.euicc.profile;

import java.util.Optional;
import org.mintline.device.euicc.filesystem.AccessRuleReference;
import org.mintline.device.euicc.filesystem.FileStructure;
import org.mintline.rsp.profilepackage.schema.FileTemplate;
import org.mintline.rsp.profilepackage.schema.FillPattern;
import org.mintline.rsp.tlv.Tlv;

/** What a profile element says about a file: the type Fcp of the interoperable format (TCA, clause 8.3.2), over a template. */
final class FileControlTemplate {
    private static final int DIRECTORY_BITS = 0x38;
    private static final int ACTIVATED = 5;
    private static final int RULES_OF_MF = 0x2F06;
    private static final int RULES_OF_OTHERS = 0x6F06;

    private static final FillPattern ERASED = new FillPattern(new byte[] {(byte) 0xFF}, true);

    private final Tlv fcp;
    private final FileTemplate template;

    /**
     * @param fcp the element, or null where the template stands alone
     * @param template the line of the template, or null
     */
    FileControlTemplate(Tlv fcp, FileTemplate template) {
        this.fcp = fcp;
        this.template = template;
    }

    boolean isDirectory() {
        int descriptor = descriptorByte();
        if (descriptor >= 0) {
            return (descriptor & 0x3F) == DIRECTORY_BITS;
        }
        if (template == null) {
            return field(0x84).isPresent() || field(0xC6).isPresent();
        }
        return template.structure().isDirectory();
    }

    int fileId() {
        return field(0x83)
                .map(id -> id.octets(2, 2))
                .map(id -> (id[0] & 0xFF) << 8 | id[1] & 0xFF)
                .orElseGet(() -> required(template == null ? 0 : template.fid().orElse(0), "file identifier"));
    }

    Optional<byte[]> dfName() {
        return field(0x84).map(name -> name.octets(5, 16));
    }

    FileStructure structure() {
        int descriptor = descriptorByte();
        if (descriptor >= 0) {
            return FileStructure.of(descriptor);
        }
        if (template == null) {
            throw new PeException(PeStatus.Code.BAD_VALUES, "the file has no descriptor");
        }
        return FileStructure.of(template.structure().fileDescriptorByte());
    }

    /** The length of a record in bytes, or 0. */
    int recordLength() {
        byte[] descriptor = descriptor();
        if (!structure().hasRecords()) {
            return 0;
        }
        if (descriptor.length >= 4) {
            return required((descriptor[2] & 0xFF) << 8 | descriptor[3] & 0xFF, "record length");
        }
        return required(template == null ? 0 : template.size().orElse(0), "record length");
    }

    /** The size of the file in bytes, or 0 where it follows from the content. */
    int size() {
        Optional<Tlv> size = field(0x80);
        if (size.isPresent()) {
            int value = 0;
            for (byte b : size.get().octets(1, 3)) {
                value = value << 8 | b & 0xFF;
            }
            return value;
        }
        if (template == null) {
            return 0;
        }
        boolean otherRecordLength =
                structure().hasRecords() && template.records().isPresent();
        return otherRecordLength
                ? template.records().getAsInt() * recordLength()
                : template.totalSize().orElse(0);
    }

    int shortFileId() {
        Optional<Tlv> given = field(0x88);
        if (given.isPresent()) {
            byte[] value = given.get().octets(0, 1);
            return value.length == 0 ? 0 : (value[0] & 0xFF) >>> 3;
        }
        if (template != null) {
            return template.shortFileIdentifier().orElse(0);
        }
        int calculated = fileId() & 0x1F;
        return calculated == 0x1F ? 0 : calculated;
    }

    AccessRuleReference accessRule(boolean underMasterFile) {
        int rules = isDirectory() || underMasterFile ? RULES_OF_MF : RULES_OF_OTHERS;
        byte[] given = field(0x8B).map(value -> value.octets(1, 3)).orElse(new byte[0]);
        return switch (given.length) {
            case 0 ->
                new AccessRuleReference(
                        rules, template == null ? 0 : template.accessRule().orElse(0));
            case 1 -> new AccessRuleReference(rules, given[0] & 0xFF);
            case 3 -> new AccessRuleReference((given[0] & 0xFF) << 8 | given[1] & 0xFF, given[2] & 0xFF);
            default -> throw new PeException(PeStatus.Code.INVALID_PARAMETER, "the security attributes have 2 bytes");
        };
    }

    boolean isActivated() {
        return field(0x8A).map(lcsi -> (lcsi.octets(1, 1)[0] & 1) == 1).orElse((ACTIVATED & 1) == 1);
    }

    FillPattern pattern() {
        Optional<Tlv> proprietary = field(0xA5);
        Optional<Tlv> fill = proprietary.flatMap(info -> info.child(0xC1));
        if (fill.isPresent()) {
            return new FillPattern(fill.get().octets(1, 200), false);
        }
        Optional<Tlv> repeat = proprietary.flatMap(info -> info.child(0xC2));
        if (repeat.isPresent()) {
            return new FillPattern(repeat.get().octets(1, 200), true);
        }
        return template == null ? ERASED : template.pattern().orElse(ERASED);
    }

    /** The path of the file that this one is a link to. */
    Optional<byte[]> linkPath() {
        return field(0xC7).map(path -> path.octets(0, 8)).filter(path -> path.length > 0);
    }

    private int descriptorByte() {
        byte[] descriptor = descriptor();
        return descriptor.length == 0 ? -1 : descriptor[0] & 0xFF;
    }

    private byte[] descriptor() {
        return field(0x82).map(value -> value.octets(2, 4)).orElse(new byte[0]);
    }

    private Optional<Tlv> field(int tag) {
        return fcp == null ? Optional.empty() : fcp.child(tag);
    }

    private static int required(int value, String what) {
        if (value <= 0) {
            throw new PeException(PeStatus.Code.BAD_VALUES, "the file has no " + what);
        }
        return value;
    }
}
