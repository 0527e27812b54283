package org.mintline.rsp.profilepackage.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mintline.rsp.profilepackage.schema.Component;
import org.mintline.rsp.profilepackage.schema.FileTemplate;
import org.mintline.rsp.profilepackage.schema.FileTemplate.Structure;
import org.mintline.rsp.profilepackage.schema.Node;
import org.mintline.rsp.profilepackage.schema.Type;

/**
 * How files are written in a template: their parameters by plain names, and their content, record by record where they
 * have records.
 */
final class FileNotation {
    static final Set<String> KEYS = Set.of(
            "fid",
            "aid",
            "structure",
            "size",
            "records",
            "record-size",
            "sfi",
            "rule",
            "pin-status",
            "link",
            "fill",
            "repeat",
            "special",
            "content",
            "create");
    private static final byte DATA_CODING = 0x21;
    private static final int MAXIMUM_SIZE = 64 * 1024;
    private static final int MAXIMUM_SPECIAL_BYTES = 1;
    private static final Pattern RULE = Pattern.compile("((?<fid>[0-9A-Fa-f]{4})/)?(?<record>[1-9]\\d{0,2})");
    private static final HexFormat HEX = HexFormat.of();

    private final Notation file;
    private final Optional<FileTemplate> template;
    private final Optional<Structure> structure;
    private final OptionalInt recordSize;
    private final OptionalInt size;

    FileNotation(Notation file, Optional<FileTemplate> template) {
        this.file = file;
        this.template = template;
        Optional<Structure> given = file.get("structure").map(FileNotation::structure);
        this.structure = given.or(() -> template.map(FileTemplate::structure));
        boolean hasRecords = structure.filter(Structure::hasRecords).isPresent();
        OptionalInt defaultSize = template.map(FileTemplate::size).orElse(OptionalInt.empty());
        this.recordSize = hasRecords ? number("record-size", 1, 255, defaultSize) : OptionalInt.empty();
        this.size = hasRecords ? sizeOfRecords() : number("size", 0, MAXIMUM_SIZE, defaultSize);
    }

    /** The items of a component of type File. */
    List<Node> items(Component list) {
        Component item = ((Type.ListOf) list.type()).element();
        if (file.get("create").filter(c -> c.word().equals("no")).isPresent()) {
            return List.of(Node.of(item.component("doNotCreate").orElseThrow(), new byte[0]));
        }
        List<Node> items = new ArrayList<>();
        items.add(descriptor(item.component("fileDescriptor").orElseThrow()));
        items.addAll(fill(item));
        return items;
    }

    /** The items that make the file in a list of FileManagement. */
    List<Node> managedItems(Component item) {
        List<Node> items = new ArrayList<>();
        items.add(descriptor(item.component("createFCP").orElseThrow()));
        items.addAll(fill(item));
        return items;
    }

    private Node descriptor(Component descriptor) {
        Map<String, byte[]> parameters = new LinkedHashMap<>();
        boolean own =
                file.get("structure").isPresent() || file.get("record-size").isPresent() || template.isEmpty();
        if (own) {
            parameters.put("fileDescriptor", fileDescriptor());
        }
        fid().ifPresent(fid -> parameters.put("fileID", fid));
        file.get("aid").ifPresent(aid -> parameters.put("dfName", octets(aid, 5, 16)));
        file.get("rule").ifPresent(rule -> parameters.put("securityAttributesReferenced", rule(rule)));
        boolean sized = file.get("size").isPresent()
                || file.get("records").isPresent()
                || file.get("record-size").isPresent();
        if (sized) {
            parameters.put(
                    "efFileSize", unsigned(size.orElseThrow(() -> file.error("the size of the file is missing"))));
        }
        file.get("pin-status").ifPresent(status -> parameters.put("pinStatusTemplateDO", pinStatus(status)));
        file.get("sfi").ifPresent(sfi -> parameters.put("shortEFID", shortFileIdentifier(sfi)));
        file.get("link").ifPresent(link -> parameters.put("linkPath", path(link)));
        List<Node> nodes = new ArrayList<>();
        for (Component component : ((Type.Sequence) descriptor.type()).components()) {
            byte[] value = parameters.get(component.name());
            if (value != null) {
                nodes.add(Node.of(component, value));
            } else if (component.name().equals("proprietaryEFInfo")) {
                proprietary(component).ifPresent(nodes::add);
            }
        }
        return Node.of(descriptor, nodes);
    }

    /** The file identifier is written even where the template has it, as real packages do; only the MF has none. */
    private Optional<byte[]> fid() {
        OptionalInt inTemplate = template.filter(t -> t.structure() != Structure.MF)
                .map(FileTemplate::fid)
                .orElse(OptionalInt.empty());
        return file.get("fid")
                .map(fid -> octets(fid, 2, 2))
                .or(() -> inTemplate.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new byte[] {(byte) (inTemplate.getAsInt() >> 8), (byte) inTemplate.getAsInt()}));
    }

    private byte[] fileDescriptor() {
        Structure kind = structure.orElseThrow(() -> file.error("the structure of the file is missing"));
        byte first = (byte) kind.fileDescriptorByte();
        if (recordSize.isPresent()) {
            int length = recordSize.getAsInt();
            return new byte[] {first, DATA_CODING, (byte) (length >> 8), (byte) length};
        }
        if (kind.hasRecords()) {
            throw file.error("the size of the records is missing");
        }
        return new byte[] {first, DATA_CODING};
    }

    private Optional<Node> proprietary(Component information) {
        List<Node> parts = new ArrayList<>();
        Map<String, String> names =
                Map.of("specialFileInformation", "special", "fillPattern", "fill", "repeatPattern", "repeat");
        for (Component component : ((Type.Sequence) information.type()).components()) {
            Optional<Notation> value =
                    Optional.ofNullable(names.get(component.name())).flatMap(file::get);
            int most = component.name().startsWith("special") ? MAXIMUM_SPECIAL_BYTES : 200;
            value.ifPresent(v -> parts.add(Node.of(component, octets(v, 1, most))));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(Node.of(information, parts));
    }

    private List<Node> fill(Component item) {
        Optional<Notation> content = file.get("content");
        if (content.isEmpty()) {
            return List.of();
        }
        boolean byRecord = recordSize.isPresent();
        List<Notation> values = byRecord ? content.get().list() : List.of(content.get());
        int unit = byRecord ? recordSize.getAsInt() : size.orElse(0);
        List<Node> items = new ArrayList<>();
        int filled = 0;
        for (int i = 0; i < values.size(); i++) {
            Notation value = values.get(i);
            if (value.isEmpty()) {
                continue;
            }
            byte[] bytes = ValueNotation.bytes(value, false, unit > 0 ? OptionalInt.of(unit) : OptionalInt.empty());
            int start = byRecord ? i * unit : 0;
            if (unit > 0 && bytes.length > unit || size.isPresent() && start + bytes.length > size.getAsInt()) {
                throw value.error("the content has " + bytes.length + " bytes, more than there is room for");
            }
            if (start > filled) {
                items.add(Node.of(item.component("fillFileOffset").orElseThrow(), Node.integerValue(start - filled)));
            }
            items.add(Node.of(item.component("fillFileContent").orElseThrow(), bytes));
            filled = start + bytes.length;
        }
        return items;
    }

    private OptionalInt sizeOfRecords() {
        OptionalInt defaults = template.map(FileTemplate::records).orElse(OptionalInt.empty());
        OptionalInt records = number("records", 1, 254, defaults);
        if (recordSize.isEmpty() || records.isEmpty()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(recordSize.getAsInt() * records.getAsInt());
    }

    private OptionalInt number(String key, int minimum, int maximum, OptionalInt defaults) {
        Optional<Notation> given = file.get(key);
        return given.isPresent() ? OptionalInt.of(given.get().number(minimum, maximum)) : defaults;
    }

    private static Structure structure(Notation value) {
        for (Structure structure : Structure.values()) {
            if (structure.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(value.word())) {
                return structure;
            }
        }
        throw value.error("'" + value.word() + "' is no structure of a file");
    }

    private static byte[] rule(Notation value) {
        Matcher written = RULE.matcher(value.word());
        if (!written.matches() || Integer.parseInt(written.group("record")) > 254) {
            throw value.error("an access rule is written as RECORD or EF-ARR/RECORD, for instance 6F06/2");
        }
        byte record = (byte) Integer.parseInt(written.group("record"));
        if (written.group("fid") == null) {
            return new byte[] {record};
        }
        byte[] fid = HEX.parseHex(written.group("fid"));
        return new byte[] {fid[0], fid[1], record};
    }

    private static byte[] pinStatus(Notation value) {
        Map<String, Integer> references = ValueNotation.keyReferences();
        List<Notation> names = value.list();
        byte[] status = new byte[names.size()];
        for (int i = 0; i < status.length; i++) {
            Integer reference = references.get(names.get(i).word());
            if (reference == null) {
                throw names.get(i).error("'" + names.get(i).word() + "' is no key reference");
            }
            status[i] = reference.byteValue();
        }
        return status;
    }

    private static byte[] shortFileIdentifier(Notation value) {
        return value.word().equals("none") ? new byte[0] : new byte[] {(byte) (value.number(1, 30) << 3)};
    }

    /** A path, written with slashes between the file identifiers. */
    static byte[] path(Notation value) {
        String digits = value.word().replace("/", "");
        if (!digits.matches("([0-9A-Fa-f]{4}){0,4}")) {
            throw value.error("a path is up to 4 file identifiers with slashes between them");
        }
        return HEX.parseHex(digits);
    }

    private static byte[] octets(Notation value, int minimum, int maximum) {
        byte[] octets = ValueNotation.bytes(value, false, OptionalInt.empty());
        if (octets.length < minimum || octets.length > maximum) {
            throw value.error(minimum + " to " + maximum + " bytes are expected, not " + octets.length);
        }
        return octets;
    }

    private static byte[] unsigned(int number) {
        byte[] signed = Node.integerValue(number);
        return signed.length > 1 && signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
    }
}
