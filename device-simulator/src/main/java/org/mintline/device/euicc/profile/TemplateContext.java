package org.mintline.device.euicc.profile;

import java.util.ArrayList;
import java.util.List;
import org.mintline.device.euicc.filesystem.Directory;
import org.mintline.rsp.profilepackage.schema.Component;
import org.mintline.rsp.profilepackage.schema.ProfileSchema;
import org.mintline.rsp.profilepackage.schema.StructureTemplates;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.Tlv;

/** Which directory the next profile element works in: each template element begins one, or adds to the last application. */
final class TemplateContext {
    private static final int MF = 16;
    private static final int CD = 17;
    private static final int TELECOM = 18;
    private static final int USIM = 19;
    private static final int ISIM = 21;
    private static final int CSIM = 25;
    private static final String CSIM_FILES = "2.23.143.1.2.10";
    private static final String OPTIONAL_CSIM_FILES = "2.23.143.1.2.11";

    private final FileSystemBuilder files;
    private Directory application;
    private Directory current;

    TemplateContext(FileSystemBuilder files) {
        this.files = files;
    }

    /** The directory that the last template element began. */
    Directory current() {
        if (current == null) {
            throw new PeException(PeStatus.Code.BAD_VALUES, "there is no directory yet");
        }
        return current;
    }

    /** Creates the files of an element. */
    void process(Tlv element) {
        List<Tlv> fields = new ArrayList<>(element.children());
        if (fields.size() < 2 || fields.get(1).tag() != 0x81) {
            throw new PeException(PeStatus.Code.INVALID_REQUEST_FORMAT, "templateID is missing");
        }
        String oid = dotted(fields.get(1));
        if (!isSupported(oid)) {
            throw new PeException(PeStatus.Code.TEMPLATE_NOT_SUPPORTED, "the template is not supported");
        }
        int number = TemplateFiles.number(element.tag());
        Directory base = base(number);
        Component kind = ProfileSchema.elements().stream()
                .filter(known -> known.tag() == element.tag())
                .findFirst()
                .orElseThrow(() -> new PeException(PeStatus.Code.PE_NOT_SUPPORTED, "the element is unknown"));
        current = new TemplateFiles(files, kind, StructureTemplates.byId(oid), base)
                .create(fields.subList(2, fields.size()));
        if (number == USIM || number == ISIM || number == CSIM) {
            if (current.aid().isEmpty()) {
                throw new PeException(PeStatus.Code.BAD_VALUES, "the application has no name");
            }
            application = current;
        }
    }

    /** Whether files are created by that template; those of CSIM have to be described by the package. */
    static boolean isSupported(String oid) {
        return StructureTemplates.byId(oid).isPresent()
                || oid.startsWith(CSIM_FILES)
                || oid.startsWith(OPTIONAL_CSIM_FILES);
    }

    private Directory base(int number) {
        return switch (number) {
            case MF -> null;
            case CD, TELECOM, USIM, ISIM, CSIM -> files.masterFile();
            default -> {
                if (application == null) {
                    throw new PeException(PeStatus.Code.BAD_VALUES, "there is no application to add to");
                }
                yield application;
            }
        };
    }

    /** An object identifier in dotted form. */
    static String dotted(Tlv identifier) {
        byte[] content = identifier.octets(1, 32);
        if (content[content.length - 1] < 0) {
            throw new DecodeException(identifier.name(), identifier.offset(), "is no object identifier");
        }
        StringBuilder text = new StringBuilder();
        long arc = 0;
        for (byte b : content) {
            arc = arc << 7 | b & 0x7F;
            if (b >= 0) {
                if (text.isEmpty()) {
                    long first = Math.min(arc / 40, 2);
                    text.append(first).append('.').append(arc - 40 * first);
                } else {
                    text.append('.').append(arc);
                }
                arc = 0;
            }
        }
        return text.toString();
    }
}
