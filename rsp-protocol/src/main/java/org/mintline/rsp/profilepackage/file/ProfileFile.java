package org.mintline.rsp.profilepackage.file;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mintline.rsp.profilepackage.schema.FileTemplate;
import org.mintline.rsp.profilepackage.schema.FileTemplate.Structure;
import org.mintline.rsp.profilepackage.schema.FillPattern;
import org.mintline.rsp.profilepackage.schema.Node;

/**
 * One file of a profile.
 *
 * @param element the position of its profile element in the package, from 0
 * @param list the node whose items make the file: a component of type File, or a list of FileManagement
 * @param path the file identifiers from below the MF down to the file, for instance {@code 7F10/5F3A/4F09}; empty for
 *     the MF
 * @param template what the templateID says of it; empty for files of PE-GenericFileManagement and unknown templates
 * @param descriptor the file control parameters (Fcp); empty if there are none
 * @param fill the nodes that fill it, in order: fillFileOffset and fillFileContent
 */
public record ProfileFile(
        int element,
        Node list,
        String path,
        Optional<FileTemplate> template,
        Optional<Node> descriptor,
        List<Node> fill) {
    /** The largest file that is looked into: 64 KiB. */
    public static final int MAXIMUM_BYTES = 64 * 1024;

    private static final int RECORD_LENGTH_AT = 2;

    /**
     * Where a piece of content goes.
     *
     * @param node the fillFileContent
     * @param position where it begins in the file, in bytes from 0
     */
    public record Piece(Node node, long position) {
        /** Where it ends in the file. */
        public long end() {
            return position + node.length();
        }
    }

    /** The name of the component that makes it, for instance {@code ef-imsi}; the path for other files. */
    public String name() {
        return template.map(FileTemplate::name)
                .orElseGet(() -> list.component().isPresent() && list.name().contains("-") ? list.name() : path);
    }

    /** Whether the profile element says that the file is not to be made. */
    public boolean isNotCreated() {
        return list.child("doNotCreate").isPresent();
    }

    /** The structure, by its descriptor or else its template. */
    public Optional<Structure> structure() {
        return parameter("fileDescriptor")
                .filter(value -> value.length > 0)
                .flatMap(value -> Structure.of(value[0]))
                .or(() -> template.map(FileTemplate::structure));
    }

    /** The length of a record in bytes; empty for files without records. */
    public OptionalInt recordLength() {
        Optional<byte[]> given = parameter("fileDescriptor").filter(value -> value.length >= RECORD_LENGTH_AT + 2);
        if (given.isPresent()) {
            byte[] value = given.get();
            return OptionalInt.of((value[RECORD_LENGTH_AT] & 0xFF) << 8 | value[RECORD_LENGTH_AT + 1] & 0xFF);
        }
        return structure().filter(Structure::hasRecords).isPresent() && template.isPresent()
                ? template.get().size()
                : OptionalInt.empty();
    }

    /** The size in bytes, by efFileSize or maximumFileSize, or else by its template; empty where nothing says it. */
    public OptionalInt size() {
        Optional<byte[]> given = parameter("efFileSize").or(() -> descriptor
                .flatMap(d -> d.at("proprietaryEFInfo.maximumFileSize"))
                .map(Node::value));
        if (given.isPresent()) {
            return unsigned(given.get());
        }
        return template.isPresent() ? template.get().totalSize() : OptionalInt.empty();
    }

    /** The link path, if this is a link to another file. */
    public Optional<byte[]> linkPath() {
        return parameter("linkPath").filter(path -> path.length > 0);
    }

    /** One of the file control parameters. */
    public Optional<byte[]> parameter(String name) {
        return descriptor.flatMap(d -> d.child(name)).map(Node::value);
    }

    /** The pieces of content with their places. */
    public List<Piece> pieces() {
        long[] position = {0};
        return fill.stream()
                .filter(node -> {
                    boolean content = node.name().equals("fillFileContent");
                    position[0] += content ? 0 : node.integer();
                    return content;
                })
                .map(node -> {
                    Piece piece = new Piece(node, position[0]);
                    position[0] = piece.end();
                    return piece;
                })
                .toList();
    }

    /**
     * The content after installation: the fill pattern, with the pieces over it.
     *
     * @return empty where the size is not known or above {@link #MAXIMUM_BYTES}
     */
    public Optional<byte[]> content() {
        OptionalInt size = size();
        if (size.isEmpty() || size.getAsInt() > MAXIMUM_BYTES) {
            return Optional.empty();
        }
        byte[] content = filled(size.getAsInt());
        for (Piece piece : pieces()) {
            if (piece.end() > content.length) {
                return Optional.empty();
            }
            byte[] bytes = piece.node().value();
            System.arraycopy(bytes, 0, content, (int) piece.position(), bytes.length);
        }
        return Optional.of(content);
    }

    private byte[] filled(int size) {
        Optional<FillPattern> pattern = fillPattern();
        if (pattern.isEmpty()) {
            byte[] blank = new byte[size];
            Arrays.fill(blank, (byte) 0xFF);
            return blank;
        }
        int unit = recordLength().orElse(size);
        if (unit == 0 || size % unit != 0) {
            return pattern.get().fill(size);
        }
        byte[] record = pattern.get().fill(unit);
        byte[] content = new byte[size];
        for (int at = 0; at < size; at += unit) {
            System.arraycopy(record, 0, content, at, unit);
        }
        return content;
    }

    private Optional<FillPattern> fillPattern() {
        Optional<Node> information = descriptor.flatMap(d -> d.child("proprietaryEFInfo"));
        return information
                .flatMap(i -> i.child("fillPattern"))
                .map(p -> new FillPattern(p.value(), false))
                .or(() -> information.flatMap(i -> i.child("repeatPattern")).map(p -> new FillPattern(p.value(), true)))
                .or(() -> template.flatMap(FileTemplate::pattern));
    }

    private static OptionalInt unsigned(byte[] value) {
        if (value.length == 0 || value.length > 4 || value.length == 4 && value[0] < 0) {
            return OptionalInt.empty();
        }
        int size = 0;
        for (byte b : value) {
            size = size << 8 | b & 0xFF;
        }
        return OptionalInt.of(size);
    }
}
