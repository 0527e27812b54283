package org.mintline.device.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.mintline.rsp.profilepackage.ProfilePackage;
import org.mintline.rsp.profilepackage.template.TemplateCompiler;
import org.mintline.rsp.profilepackage.template.TemplateException;
import org.mintline.rsp.tlv.DecodeException;

/** A profile package or template in a file. */
final class PackageFile {
    /** The tags of profile elements begin with A0 to BF, which begins no YAML text. */
    private static final int FIRST_TAG = 0xA0;

    private static final int LAST_TAG = 0xBF;

    private PackageFile() {}

    /**
     * Reads a package, or compiles a template.
     *
     * @throws IOException if it cannot be read or is neither; the message says why
     */
    static ProfilePackage read(Path file) throws IOException {
        byte[] bytes = bytes(file);
        try {
            int first = bytes.length == 0 ? 0 : bytes[0] & 0xFF;
            return first >= FIRST_TAG && first <= LAST_TAG
                    ? ProfilePackage.decode(bytes)
                    : TemplateCompiler.compile(new String(bytes, StandardCharsets.UTF_8));
        } catch (DecodeException e) {
            throw new IOException(file + " is no profile package: " + e.getMessage(), e);
        } catch (TemplateException e) {
            throw new IOException(file + " is no profile template: " + e.getMessage(), e);
        }
    }

    /** Reads a file of at most the size of a package. */
    static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(ProfilePackage.MAXIMUM_BYTES + 1);
            if (bytes.length > ProfilePackage.MAXIMUM_BYTES) {
                throw new IOException(file + " is larger than " + ProfilePackage.MAXIMUM_BYTES + " bytes");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new IOException(file + " does not exist", e);
        }
    }

    /** Writes a package so that only its owner reads it, where the file system can: it holds keys. */
    static void write(Path file, ProfilePackage profile) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException(file + " cannot be written: its folder does not exist");
        }
        if (!Files.exists(file) && Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(file, profile.encoded());
    }
}
