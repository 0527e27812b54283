package org.mintline.device.euicc.profile;

import org.mintline.device.euicc.filesystem.Directory;
import org.mintline.rsp.tlv.Tlv;

/** Carries out PE-GenericFileManagement (TCA, clause 8.3.5): files that no template describes. */
final class GenericFileManagement {
    private static final int FILE_PATH = 0x80;
    private static final int CREATE_FCP = 0x62;
    private static final int FILL_OFFSET = 0x02;
    private static final int FILL_CONTENT = 0x81;

    private final FileSystemBuilder files;
    private Directory directory;

    GenericFileManagement(FileSystemBuilder files) {
        this.files = files;
        this.directory = files.masterFile();
    }

    /** @param commands fileManagementCMD */
    void process(Tlv commands) {
        for (Tlv sequence : commands.children()) {
            for (Tlv command : sequence.children()) {
                carryOut(command);
            }
        }
    }

    private void carryOut(Tlv command) {
        switch (command.tag()) {
            case FILE_PATH -> directory = files.select(command.octets(0, 8));
            case CREATE_FCP -> create(new FileControlTemplate(command, null));
            case FILL_OFFSET -> files.skip(command);
            case FILL_CONTENT -> files.fill(command);
            default ->
                throw new PeException(PeStatus.Code.INVALID_REQUEST_FORMAT, "file management has an unknown command");
        }
    }

    private void create(FileControlTemplate fcp) {
        if (fcp.isDirectory()) {
            files.createDirectory(directory, fcp);
        } else {
            files.createFile(directory, fcp, 0);
        }
    }
}
