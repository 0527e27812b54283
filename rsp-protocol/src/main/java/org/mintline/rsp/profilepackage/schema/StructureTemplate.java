package org.mintline.rsp.profilepackage.schema;

import java.util.List;
import java.util.Optional;

/**
 * A file structure template: the files that a templateID stands for (interoperable format 3.3.1, annex A).
 *
 * @param id the templateID as dotted numbers
 * @param element the profile element that it belongs to
 * @param parent the profile element in whose directory the files lie; empty at the top
 * @param createdByDefault whether all files are created, or only those that the profile element gives
 * @param files the files
 */
public record StructureTemplate(
        String id, String element, Optional<String> parent, boolean createdByDefault, List<FileTemplate> files) {

    /** The file that a component of the profile element makes. */
    public Optional<FileTemplate> file(String name) {
        return files.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** The directory that the template makes for its files; empty where they go into the parent's. */
    public Optional<FileTemplate> directory() {
        return files.stream().findFirst().filter(f -> f.structure().isDirectory());
    }
}
