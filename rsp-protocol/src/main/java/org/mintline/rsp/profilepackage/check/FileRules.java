package org.mintline.rsp.profilepackage.check;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mintline.rsp.identification.Imsi;
import org.mintline.rsp.profilepackage.ProfileElement;
import org.mintline.rsp.profilepackage.file.FileSystem;
import org.mintline.rsp.profilepackage.file.ProfileFile;
import org.mintline.rsp.profilepackage.schema.FileTemplate;
import org.mintline.rsp.profilepackage.schema.FileTemplate.Structure;
import org.mintline.rsp.profilepackage.schema.Node;
import org.mintline.rsp.profilepackage.value.FileValues;

/** Files: sizes, contents, links and access rules (clauses 8.3 and 9). */
final class FileRules {
    private FileRules() {}

    static void apply(Examination examination) {
        if (examination.files().size() == FileSystem.MAXIMUM_FILES) {
            examination.error("package", "file-count", "has " + FileSystem.MAXIMUM_FILES + " files or more");
        }
        for (ProfileFile file : examination.files()) {
            if (file.isNotCreated()) {
                if (file.list().children().size() > 1) {
                    examination.error(
                            examination.place(file),
                            "file-not-created",
                            "has content although it is not to be created");
                }
                continue;
            }
            boolean directory = file.structure().filter(Structure::isDirectory).isPresent();
            if (file.linkPath().isPresent()) {
                link(examination, file);
            } else if (directory) {
                directory(examination, file);
            } else {
                size(examination, file);
            }
            accessRule(examination, file);
        }
        paths(examination);
        subscription(examination);
    }

    private static void link(Examination examination, ProfileFile file) {
        String target = FileSystem.path(file.linkPath().orElseThrow());
        if (!examination.exists(target)) {
            examination.error(examination.place(file), "link-target", "links to " + target + ", which is not there");
        }
    }

    private static void directory(Examination examination, ProfileFile file) {
        if (file.parameter("pinStatusTemplateDO").isEmpty() && file.descriptor().isPresent()) {
            examination.error(examination.place(file), "directory-pin-status", "has no pinStatusTemplateDO");
        }
        if (file.parameter("efFileSize").isPresent()) {
            examination.error(examination.place(file), "directory-size", "is a directory with an efFileSize");
        }
    }

    private static void size(Examination examination, ProfileFile file) {
        String place = examination.place(file);
        OptionalInt size = file.size();
        if (size.isEmpty()) {
            boolean templateUnknown = file.template().isEmpty()
                    && file.list().component().filter(c -> c.isFile()).isPresent();
            if (!templateUnknown && file.descriptor().isPresent()) {
                examination.error(place, "file-size", "has neither an efFileSize nor one of its template");
            }
            return;
        }
        OptionalInt record = file.recordLength();
        if (record.isPresent() && (record.getAsInt() == 0 || size.getAsInt() % record.getAsInt() != 0)) {
            examination.error(
                    place,
                    "file-records",
                    "has " + size.getAsInt() + " bytes, which is no number of records of " + record.getAsInt());
        }
        for (ProfileFile.Piece piece : file.pieces()) {
            if (piece.end() > size.getAsInt()) {
                examination.error(
                        place,
                        "file-content",
                        "is filled up to byte " + piece.end() + " but has " + size.getAsInt() + " bytes");
            }
        }
        file.parameter("efFileSize")
                .filter(s -> s.length > 1 && s[0] == 0)
                .ifPresent(s ->
                        examination.warning(place, "file-size-shortest", "has an efFileSize with a leading zero byte"));
    }

    private static void accessRule(Examination examination, ProfileFile file) {
        Optional<byte[]> reference =
                file.parameter("securityAttributesReferenced").or(() -> ruleOfTemplate(file));
        if (reference.isEmpty() || reference.get().length == 2) {
            return;
        }
        byte[] value = reference.get();
        String fid = value.length == 3
                ? HexFormat.of().withUpperCase().formatHex(value, 0, 2)
                : isInMf(file) ? "2F06" : "6F06";
        int record = value[value.length - 1] & 0xFF;
        Optional<ProfileFile> rules = accessRules(examination, file, fid);
        if (rules.isEmpty()) {
            examination.warning(
                    examination.place(file), "access-rule", "refers to EF.ARR " + fid + ", which is not given");
            return;
        }
        OptionalInt size = rules.get().size();
        OptionalInt recordLength = rules.get().recordLength();
        if (size.isPresent()
                && recordLength.isPresent()
                && recordLength.getAsInt() > 0
                && (record == 0 || record > size.getAsInt() / recordLength.getAsInt())) {
            examination.error(
                    examination.place(file),
                    "access-rule",
                    "refers to record " + record + ", which EF.ARR does not have");
        }
    }

    private static Optional<byte[]> ruleOfTemplate(ProfileFile file) {
        OptionalInt record = file.template().map(FileTemplate::accessRule).orElse(OptionalInt.empty());
        return record.isPresent() ? Optional.of(new byte[] {(byte) record.getAsInt()}) : Optional.empty();
    }

    private static boolean isInMf(ProfileFile file) {
        boolean application = file.structure().filter(s -> s == Structure.ADF).isPresent();
        return application || !file.path().contains("/");
    }

    private static Optional<ProfileFile> accessRules(Examination examination, ProfileFile file, String fid) {
        String directory = file.path();
        boolean isDirectory = file.structure().filter(Structure::isDirectory).isPresent();
        while (true) {
            if (isDirectory || directory.isEmpty()) {
                Optional<ProfileFile> rules = examination.file(directory.isEmpty() ? fid : directory + "/" + fid);
                if (rules.isPresent() || directory.isEmpty()) {
                    return rules;
                }
            }
            directory = directory.substring(0, Math.max(directory.lastIndexOf('/'), 0));
            isDirectory = true;
        }
    }

    private static void paths(Examination examination) {
        for (ProfileElement element : examination.elements()) {
            List<Node> commands = element.node()
                    .child("fileManagementCMD")
                    .map(Node::children)
                    .orElse(List.of());
            commands.stream()
                    .flatMap(c -> c.children().stream())
                    .filter(item -> item.name().equals("filePath"))
                    .map(item -> FileSystem.path(item.value()))
                    .filter(path -> !examination.exists(path))
                    .forEach(path -> examination.error(
                            element.label(), "file-path", "selects " + path + ", which is not there"));
        }
    }

    private static void subscription(Examination examination) {
        for (ProfileFile file : examination.files()) {
            Optional<byte[]> content = file.name().equals("ef-imsi") ? file.content() : Optional.empty();
            if (content.isEmpty()) {
                continue;
            }
            Optional<Imsi> imsi = FileValues.imsiIn(content.get());
            if (imsi.isEmpty()) {
                examination.warning(examination.place(file), "imsi-digits", "holds no IMSI");
                continue;
            }
            String directory = file.path().substring(0, Math.max(file.path().lastIndexOf('/'), 0));
            int accessClass = FileValues.accessClassOf(imsi.get());
            examination
                    .file(directory + "/6F78")
                    .filter(f -> f.content()
                            .filter(c -> !FileValues.accessClassesIn(c).contains(accessClass))
                            .isPresent())
                    .ifPresent(f -> examination.warning(
                            examination.place(f),
                            "access-class",
                            "lacks class " + accessClass + " of the IMSI's last digit"));
        }
    }
}
