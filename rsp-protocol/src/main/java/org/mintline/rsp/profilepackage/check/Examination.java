package org.mintline.rsp.profilepackage.check;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mintline.rsp.profilepackage.ProfileElement;
import org.mintline.rsp.profilepackage.ProfilePackage;
import org.mintline.rsp.profilepackage.check.Finding.Severity;
import org.mintline.rsp.profilepackage.file.FileSystem;
import org.mintline.rsp.profilepackage.file.ProfileFile;
import org.mintline.rsp.profilepackage.schema.FileTemplate.Structure;
import org.mintline.rsp.profilepackage.schema.Node;
import org.mintline.rsp.profilepackage.schema.StructureTemplates;

/** A package under examination: what the rules look at, and what they found. */
final class Examination {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final ProfilePackage profile;
    private final List<ProfileFile> files;
    private final Map<String, ProfileFile> byPath = new TreeMap<>();
    private final Set<String> unmentioned;
    private final List<Finding> findings = new ArrayList<>();

    Examination(ProfilePackage profile) {
        this.profile = profile;
        this.files = FileSystem.of(profile);
        files.stream().filter(f -> !f.isNotCreated()).forEach(f -> byPath.putIfAbsent(f.path(), f));
        this.unmentioned = files.stream()
                .filter(f -> f.structure().filter(Structure::isDirectory).isPresent())
                .flatMap(this::createdByDefault)
                .collect(Collectors.toSet());
    }

    ProfilePackage profile() {
        return profile;
    }

    List<ProfileElement> elements() {
        return profile.elements();
    }

    List<ProfileFile> files() {
        return files;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    void error(String place, String rule, String text) {
        findings.add(new Finding(Severity.ERROR, place, rule, text));
    }

    void warning(String place, String rule, String text) {
        findings.add(new Finding(Severity.WARNING, place, rule, text));
    }

    /** The file that the package gives at that path. */
    Optional<ProfileFile> file(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** Whether there is a file at that path: given, or made by a template without being mentioned. */
    boolean exists(String path) {
        return path.isEmpty() || byPath.containsKey(path) || unmentioned.contains(path);
    }

    /** The files that a template makes although the profile element does not mention them. */
    private Stream<String> createdByDefault(ProfileFile directory) {
        String prefix = directory.path().isEmpty() ? "" : directory.path() + "/";
        return elements()
                .get(directory.element())
                .templateId()
                .flatMap(StructureTemplates::byId)
                .filter(t -> t.createdByDefault() && t.directory().equals(directory.template()))
                .stream()
                .flatMap(t -> t.files().stream())
                .filter(f -> f.fid().isPresent())
                .map(f -> prefix + String.format(Locale.ROOT, "%04X", f.fid().getAsInt()));
    }

    /** How findings call a file. */
    String place(ProfileFile file) {
        return elements().get(file.element()).label() + ": " + file.name();
    }

    /** The value of a component as hexadecimal digits. */
    static Optional<String> hex(Node node, String path) {
        return node.at(path).map(n -> HEX.formatHex(n.value()));
    }

    /** The AIDs of all directories of applications, as hexadecimal digits. */
    List<String> applicationIdentifiers() {
        return files.stream()
                .flatMap(f -> f.parameter("dfName").stream())
                .map(HEX::formatHex)
                .toList();
    }
}
