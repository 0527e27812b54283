package org.mintline.device.factory.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mintline.device.euicc.state.FileStateStore;

/** Storage in a folder, a file a name. */
public final class FolderStorage implements Storage {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");

    private final Path folder;

    /** @param folder is made if it is not there */
    public FolderStorage(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    @Override
    public Optional<byte[]> read(String name) {
        return new FileStateStore(file(name)).load();
    }

    @Override
    public void write(String name, byte[] content) {
        new FileStateStore(file(name)).save(content);
        force();
    }

    @Override
    public void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + name + " from the security area", e);
        }
        force();
    }

    @Override
    public Set<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(NAME.asMatchPredicate())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the security area", e);
        }
    }

    /** What was moved and removed in the folder is on the disk only once the folder is. */
    private void force() {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("the security area cannot be forced to the disk", e);
        }
    }

    private Path file(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a name has 1 to 64 small letters, digits and hyphens");
        }
        return folder.resolve(name);
    }
}
