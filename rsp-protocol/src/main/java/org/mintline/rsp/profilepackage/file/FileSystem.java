package org.mintline.rsp.profilepackage.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mintline.rsp.profilepackage.ProfileElement;
import org.mintline.rsp.profilepackage.ProfilePackage;
import org.mintline.rsp.profilepackage.schema.Component;
import org.mintline.rsp.profilepackage.schema.FileTemplate;
import org.mintline.rsp.profilepackage.schema.Node;
import org.mintline.rsp.profilepackage.schema.StructureTemplate;
import org.mintline.rsp.profilepackage.schema.StructureTemplates;

/**
 * The files that a package gives, in the order in which it gives them (interoperable format 3.3.1, clauses 8.3 and 9).
 *
 * <p>Files of by-default templates that the package does not mention are not among them.
 */
public final class FileSystem {
    /** The most files of a profile; more are not looked at, and the check reports them. */
    public static final int MAXIMUM_FILES = 4096;

    private final List<ProfileFile> files = new ArrayList<>();
    private final Map<String, String> directories = new HashMap<>();

    private FileSystem() {}

    /** The files of that package. */
    public static List<ProfileFile> of(ProfilePackage profile) {
        FileSystem system = new FileSystem();
        for (int i = 0; i < profile.elements().size(); i++) {
            ProfileElement element = profile.elements().get(i);
            if (element.type().equals("genericFileManagement")) {
                system.addManaged(i, element.node());
            } else {
                system.addTemplated(i, element);
            }
        }
        List<ProfileFile> files = system.files;
        return Collections.unmodifiableList(files.subList(0, Math.min(files.size(), MAXIMUM_FILES)));
    }

    /** A path as bytes, two a file identifier, in the form of {@link ProfileFile#path()}. */
    public static String path(byte[] identifiers) {
        String hex = HexFormat.of().withUpperCase().formatHex(identifiers);
        String path = hex.replaceAll("(....)(?=.)", "$1/");
        return path.startsWith("3F00") ? path.substring(Math.min(5, path.length())) : path;
    }

    private void addTemplated(int index, ProfileElement element) {
        Optional<StructureTemplate> template = element.templateId()
                .flatMap(StructureTemplates::byId)
                .or(() -> {
                    List<StructureTemplate> known = StructureTemplates.of(element.type());
                    return known.isEmpty() ? Optional.empty() : Optional.of(known.get(0));
                });
        String parent = template.flatMap(StructureTemplate::parent)
                .map(p -> directories.getOrDefault(p, ""))
                .orElse("");
        directories.put(element.type(), parent);
        for (Node list : element.node().children()) {
            if (list.component().filter(Component::isFile).isPresent()) {
                Optional<FileTemplate> file = template.flatMap(t -> t.file(list.name()));
                boolean directory = isDirectoryOf(element, template, list);
                String above = directory ? parent : directories.get(element.type());
                addFiles(index, list, file, directory ? element.type() : "", above);
            }
        }
    }

    private static boolean isDirectoryOf(ProfileElement element, Optional<StructureTemplate> template, Node list) {
        boolean listed = template.filter(t -> !t.files().isEmpty()).isPresent();
        return listed
                ? template.flatMap(StructureTemplate::directory)
                        .filter(d -> d.name().equals(list.name()))
                        .isPresent()
                : list.name().equals("adf-" + element.type());
    }

    private void addFiles(int index, Node list, Optional<FileTemplate> template, String directoryOf, String parent) {
        int count = 0;
        for (List<Node> items : oneListAFile(list)) {
            Optional<Node> descriptor =
                    items.stream().filter(FileSystem::isDescriptor).findFirst();
            List<Node> fill =
                    items.stream().filter(i -> i.name().startsWith("fill")).toList();
            String above = join(parent, template.map(FileTemplate::path).orElse(""));
            String fid = fid(descriptor, template, count);
            String path = fid.equals("3F00") ? "" : join(above, fid);
            if (!directoryOf.isEmpty() && count == 0) {
                directories.put(directoryOf, path);
            }
            files.add(new ProfileFile(index, list, path, template, descriptor, fill));
            count++;
        }
    }

    /** One component may make several files of its kind: each begins with its descriptor. */
    private static List<List<Node>> oneListAFile(Node list) {
        List<List<Node>> groups = new ArrayList<>();
        groups.add(new ArrayList<>());
        for (Node item : list.children()) {
            List<Node> current = groups.get(groups.size() - 1);
            if (isDescriptor(item) && !current.isEmpty()) {
                current = new ArrayList<>();
                groups.add(current);
            }
            current.add(item);
        }
        return groups;
    }

    private static boolean isDescriptor(Node item) {
        return item.name().equals("fileDescriptor");
    }

    private void addManaged(int index, Node element) {
        for (Node command :
                element.child("fileManagementCMD").map(Node::children).orElse(List.of())) {
            String directory = "";
            List<Node> items = command.children();
            for (int position = 0; position < items.size(); position++) {
                Node item = items.get(position);
                if (item.name().equals("filePath")) {
                    directory = path(item.value());
                } else if (item.name().equals("createFCP")) {
                    List<Node> fill = new ArrayList<>();
                    for (int i = position + 1;
                            i < items.size() && items.get(i).name().startsWith("fill");
                            i++) {
                        fill.add(items.get(i));
                    }
                    String path = join(directory, fid(Optional.of(item), Optional.empty(), 0));
                    files.add(new ProfileFile(
                            index, command, path, Optional.empty(), Optional.of(item), List.copyOf(fill)));
                }
            }
        }
    }

    private static String fid(Optional<Node> descriptor, Optional<FileTemplate> template, int count) {
        return descriptor
                .flatMap(d -> d.child("fileID"))
                .map(id -> HexFormat.of().withUpperCase().formatHex(id.value()))
                .orElseGet(() -> template.isPresent() && template.get().fid().isPresent()
                        ? String.format(
                                Locale.ROOT, "%04X", template.get().fid().getAsInt() + count)
                        : "?");
    }

    private static String join(String directory, String name) {
        return directory.isEmpty() || name.isEmpty() ? directory + name : directory + "/" + name;
    }
}
