package org.mintline.device.euicc.profile;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mintline.device.euicc.filesystem.Directory;
import org.mintline.rsp.profilepackage.schema.Component;
import org.mintline.rsp.profilepackage.schema.FileTemplate;
import org.mintline.rsp.profilepackage.schema.StructureTemplate;
import org.mintline.rsp.profilepackage.schema.Type;
import org.mintline.rsp.tlv.Tlv;

/** Carries out one profile element that creates files by a template (TCA, clause 8.3.1 and annex A). */
final class TemplateFiles {
    private static final int FILE_DESCRIPTOR = 0xA1;
    private static final int DO_NOT_CREATE = 0x80;
    private static final int FILL_OFFSET = 0x82;
    private static final int FILL_CONTENT = 0x83;

    private final FileSystemBuilder builder;
    private final Component element;
    private final Optional<StructureTemplate> template;
    private final Directory base;
    private Directory directory;

    /**
     * @param builder the file system under construction
     * @param element the kind of profile element
     * @param template the template; absent where the element describes its files itself
     * @param base the directory in which the template begins; null for the MF
     */
    TemplateFiles(FileSystemBuilder builder, Component element, Optional<StructureTemplate> template, Directory base) {
        this.builder = builder;
        this.element = element;
        this.template = template;
        this.base = base;
        this.directory = base;
    }

    /**
     * Creates the files.
     *
     * @param files the fields of the element behind its template identifier
     * @return the directory that the template began with, or its base where it only adds files
     */
    Directory create(List<Tlv> files) {
        Set<String> seen = new HashSet<>();
        Directory first = null;
        for (Tlv file : files) {
            String name = name(file);
            seen.add(name);
            Directory before = directory;
            create(file, template.flatMap(t -> t.file(name)).orElse(null));
            first = first == null && directory != before ? directory : first;
        }
        Directory result = first == null ? base : first;
        createMissing(seen, result);
        return result;
    }

    private void create(Tlv file, FileTemplate line) {
        List<Tlv> parts = file.children();
        boolean alone = parts.isEmpty()
                || parts.get(0).tag() == FILL_OFFSET
                || parts.get(0).tag() == FILL_CONTENT;
        if (alone) {
            createOne(new FileControlTemplate(null, line), contentSize(parts, 0));
        }
        for (int i = 0; i < parts.size(); i++) {
            Tlv part = parts.get(i);
            switch (part.tag()) {
                case DO_NOT_CREATE -> {
                    return;
                }
                case FILE_DESCRIPTOR -> createOne(new FileControlTemplate(part, line), contentSize(parts, i + 1));
                case FILL_OFFSET -> builder.skip(part);
                case FILL_CONTENT -> builder.fill(part);
                default -> throw new PeException(PeStatus.Code.INVALID_REQUEST_FORMAT, "a file has an unknown part");
            }
        }
    }

    private void createOne(FileControlTemplate fcp, int contentSize) {
        if (!fcp.isDirectory()) {
            if (directory == null) {
                throw new PeException(PeStatus.Code.BAD_VALUES, "there is no directory for the file");
            }
            builder.createFile(directory, fcp, contentSize);
            return;
        }
        Directory parent = directory == base ? base : topOfTemplate();
        directory = builder.createDirectory(parent, fcp);
    }

    /** The directory that the template began with: further ones of the same template lie in it. */
    private Directory topOfTemplate() {
        Directory top = directory;
        while (top.parent() != base) {
            top = top.parent();
        }
        return top;
    }

    /** What the element does not name, a template that is created by default creates all the same. */
    private void createMissing(Set<String> seen, Directory in) {
        template.filter(StructureTemplate::createdByDefault).stream()
                .flatMap(t -> t.files().stream())
                .filter(line -> !seen.contains(line.name()))
                .filter(line ->
                        !line.structure().isDirectory() && line.totalSize().isPresent())
                .forEach(line -> builder.createFile(in, new FileControlTemplate(null, line), 0));
    }

    private String name(Tlv file) {
        return ((Type.Sequence) element.type())
                .components().stream()
                        .filter(component -> component.tag() == file.tag())
                        .map(Component::name)
                        .findFirst()
                        .orElseThrow(() -> new PeException(
                                PeStatus.Code.INVALID_REQUEST_FORMAT, "a file of the element is unknown"));
    }

    /** How far the content of a file reaches that begins at that part. */
    private static int contentSize(List<Tlv> parts, int from) {
        int size = 0;
        for (int i = from; i < parts.size() && parts.get(i).tag() != FILE_DESCRIPTOR; i++) {
            Tlv part = parts.get(i);
            size += part.tag() == FILL_OFFSET ? part.integer() : part.length();
        }
        return size;
    }

    /** The number of a context-specific tag. */
    static int number(int tag) {
        return tag > 0xFF ? tag & 0x7F : tag & 0x1F;
    }
}
