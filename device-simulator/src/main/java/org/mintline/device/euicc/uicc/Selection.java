package org.mintline.device.euicc.uicc;

import org.mintline.device.euicc.filesystem.CardFile;
import org.mintline.device.euicc.filesystem.Directory;
import org.mintline.device.euicc.filesystem.ElementaryFile;
import org.mintline.device.euicc.profile.InstalledProfile;
import org.mintline.device.euicc.status.CardException;
import org.mintline.device.euicc.status.StatusWord;

/** What one logical channel has selected in the file system of a profile (ETSI TS 102 221, clause 8.4). */
public final class Selection {
    private static final int CURRENT_APPLICATION = 0x7FFF;

    private final InstalledProfile profile;
    private Directory directory;
    private ElementaryFile file;
    private int record;

    /** Begins at the MF, as after the activation of the UICC. */
    public Selection(InstalledProfile profile) {
        this.profile = profile;
        this.directory = profile.masterFile();
    }

    /** The profile whose files these are. */
    public InstalledProfile profile() {
        return profile;
    }

    Directory directory() {
        return directory;
    }

    /** The current EF. */
    ElementaryFile file() {
        if (file == null) {
            throw new CardException(StatusWord.NO_CURRENT_EF);
        }
        return file;
    }

    int record() {
        return record;
    }

    void setRecord(int number) {
        record = number;
    }

    /** Selects by file identifier (clause 8.4.1). */
    CardFile select(int fileId) {
        return enter(find(directory, fileId));
    }

    /** Selects by path from a directory (clause 8.4.2). */
    CardFile select(Directory from, byte[] path) {
        if (path.length == 0 || path.length % 2 != 0) {
            throw new CardException(StatusWord.WRONG_DATA);
        }
        CardFile found = from;
        for (int i = 0; i < path.length; i += 2) {
            int id = (path[i] & 0xFF) << 8 | path[i + 1] & 0xFF;
            if (i == 0 && id == Directory.MF) {
                continue;
            }
            if (i == 0 && id == CURRENT_APPLICATION) {
                found = application();
                continue;
            }
            found = found instanceof Directory in ? in.file(id).orElseThrow(Selection::notFound) : failNotFound();
        }
        return enter(found);
    }

    /** Selects the application of that name (clause 8.4.3). */
    CardFile selectApplication(byte[] aid) {
        return enter(profile.application(aid).orElseThrow(Selection::notFound));
    }

    CardFile selectParent() {
        if (directory.parent() == null) {
            throw notFound();
        }
        return enter(directory.parent());
    }

    /** Makes the EF of a short file identifier the current one. */
    ElementaryFile selectShort(int shortFileId) {
        enter(directory.fileByShortId(shortFileId).orElseThrow(Selection::notFound));
        return file;
    }

    private CardFile enter(CardFile selected) {
        if (selected instanceof Directory entered) {
            directory = entered;
            file = null;
        } else {
            file = (ElementaryFile) selected;
            directory = file.parent();
        }
        record = 0;
        return selected;
    }

    private CardFile find(Directory from, int fileId) {
        if (fileId == Directory.MF) {
            return profile.masterFile();
        }
        if (fileId == CURRENT_APPLICATION) {
            return application();
        }
        Directory parent = from.parent();
        return from.file(fileId)
                .filter(found -> !isApplication(found))
                .or(() -> parent == null
                        ? java.util.Optional.empty()
                        : parent.file(fileId).filter(Directory.class::isInstance))
                .or(() -> parent != null && parent.fileId() == fileId
                        ? java.util.Optional.of(parent)
                        : java.util.Optional.empty())
                .orElseThrow(Selection::notFound);
    }

    /** An ADF is selected by its AID alone: its file identifier is a makeshift of the profile package. */
    private static boolean isApplication(CardFile file) {
        return file instanceof Directory directory && directory.aid().isPresent();
    }

    private Directory application() {
        return directory.application().orElseThrow(Selection::notFound);
    }

    private static CardException notFound() {
        return new CardException(StatusWord.FILE_NOT_FOUND);
    }

    private static CardFile failNotFound() {
        throw notFound();
    }
}
