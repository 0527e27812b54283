package org.mintline.device.euicc.profile;

import java.util.Arrays;
import org.mintline.device.euicc.filesystem.CardFile;
import org.mintline.device.euicc.filesystem.Directory;
import org.mintline.device.euicc.filesystem.ElementaryFile;
import org.mintline.device.euicc.filesystem.FileContent;
import org.mintline.device.euicc.filesystem.FileStructure;
import org.mintline.rsp.tlv.Tlv;

/** Creates and fills the files of the profile that is being installed (TCA, clause 8.3). */
final class FileSystemBuilder {
    private final Memory memory;
    private Directory masterFile;
    private ElementaryFile current;
    private int fillPosition;

    FileSystemBuilder(Memory memory) {
        this.memory = memory;
    }

    /** The MF, once its profile element was processed. */
    Directory masterFile() {
        if (masterFile == null) {
            throw new PeException(PeStatus.Code.BAD_VALUES, "there is no MF yet");
        }
        return masterFile;
    }

    /** Creates a directory; in null, the MF. */
    Directory createDirectory(Directory parent, FileControlTemplate fcp) {
        if (parent == null && masterFile != null) {
            throw new PeException(PeStatus.Code.BAD_VALUES, "there is an MF already");
        }
        if (fcp.linkPath().isPresent()) {
            throw new PeException(PeStatus.Code.FEATURE_NOT_SUPPORTED, "directories cannot be linked");
        }
        int id = parent == null ? Directory.MF : fcp.fileId();
        Directory directory = new Directory(parent, id, fcp.dfName().orElse(null), fcp.accessRule(true));
        memory.takeFile(0);
        if (parent == null) {
            masterFile = directory;
        } else {
            addTo(parent, directory);
        }
        current = null;
        return directory;
    }

    /**
     * Creates an elementary file with its initial content.
     *
     * @param contentSize how many bytes the package fills, for files of which nobody tells the size
     */
    void createFile(Directory parent, FileControlTemplate fcp, int contentSize) {
        FileStructure structure = fcp.structure();
        int recordLength = fcp.recordLength();
        FileContent content =
                fcp.linkPath().map(this::linked).orElseGet(() -> newContent(fcp, structure, recordLength, contentSize));
        ElementaryFile.Attributes attributes = new ElementaryFile.Attributes(
                fcp.fileId(),
                structure,
                recordLength,
                fcp.shortFileId(),
                fcp.accessRule(parent.parent() == null),
                fcp.isActivated());
        current = new ElementaryFile(parent, attributes, content);
        addTo(parent, current);
        fillPosition = 0;
    }

    /** Goes on by that many bytes before the next content (fillFileOffset). */
    void skip(Tlv offset) {
        int bytes = offset.integer();
        if (bytes < 0 || bytes > 0xFFFF) {
            throw new PeException(PeStatus.Code.INVALID_PARAMETER, "the offset is out of range");
        }
        fillPosition += bytes;
    }

    /** Writes at the present position of the file created or selected last (fillFileContent). */
    void fill(Tlv content) {
        if (current == null) {
            throw new PeException(PeStatus.Code.BAD_VALUES, "there is no file to fill");
        }
        if (fillPosition + content.length() > current.content().size()) {
            throw new PeException(PeStatus.Code.BAD_VALUES, "the content is longer than the file");
        }
        current.content().fill(fillPosition, content.value());
        fillPosition += content.length();
    }

    /** Goes to the directory of a path from the MF, or to that of the file at its end, which becomes the one to fill. */
    Directory select(byte[] path) {
        CardFile file = find(path);
        current = file instanceof ElementaryFile elementary ? elementary : null;
        fillPosition = 0;
        return file instanceof Directory directory ? directory : file.parent();
    }

    private CardFile find(byte[] path) {
        if (path.length % 2 != 0) {
            throw new PeException(PeStatus.Code.INVALID_PARAMETER, "the path has an odd length");
        }
        CardFile file = masterFile();
        for (int i = 0; i < path.length; i += 2) {
            int id = (path[i] & 0xFF) << 8 | path[i + 1] & 0xFF;
            if (!(file instanceof Directory directory)) {
                throw new PeException(PeStatus.Code.BAD_VALUES, "the path leads through a file");
            }
            file = directory
                    .file(id)
                    .orElseThrow(() -> new PeException(PeStatus.Code.BAD_VALUES, "the path leads nowhere"));
        }
        return file;
    }

    private FileContent linked(byte[] path) {
        if (find(path) instanceof ElementaryFile target) {
            memory.takeFile(0);
            return target.content();
        }
        throw new PeException(PeStatus.Code.BAD_VALUES, "the link leads to a directory");
    }

    private FileContent newContent(
            FileControlTemplate fcp, FileStructure structure, int recordLength, int contentSize) {
        int size = fcp.size() == 0 ? contentSize : fcp.size();
        if (recordLength > 0) {
            size = (size + recordLength - 1) / recordLength * recordLength;
        }
        memory.takeFile(size);
        byte[] bytes = new byte[size];
        int unit = structure == FileStructure.BER_TLV ? 0 : recordLength > 0 ? recordLength : size;
        if (unit > 0) {
            byte[] filled = fcp.pattern().fill(unit);
            for (int at = 0; at < size; at += unit) {
                System.arraycopy(filled, 0, bytes, at, unit);
            }
        } else {
            Arrays.fill(bytes, (byte) 0);
        }
        return new FileContent(bytes);
    }

    private static void addTo(Directory parent, CardFile file) {
        if (!parent.add(file)) {
            throw new PeException(PeStatus.Code.BAD_VALUES, "there is a file of that identifier already");
        }
    }
}
