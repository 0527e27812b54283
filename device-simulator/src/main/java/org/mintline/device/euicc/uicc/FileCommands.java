package org.mintline.device.euicc.uicc;

import java.util.Set;
import org.mintline.device.euicc.filesystem.AccessRules;
import org.mintline.device.euicc.filesystem.CardFile;
import org.mintline.device.euicc.filesystem.Directory;
import org.mintline.device.euicc.filesystem.ElementaryFile;
import org.mintline.device.euicc.filesystem.Pin;
import org.mintline.device.euicc.status.CardException;
import org.mintline.device.euicc.status.StatusWord;
import org.mintline.rsp.apdu.CommandApdu;

/** SELECT, STATUS and the commands on elementary files (ETSI TS 102 221, clauses 11.1.1 to 11.1.6). */
final class FileCommands {
    private static final int BY_FILE_ID = 0x00;
    private static final int PARENT = 0x03;
    private static final int BY_NAME = 0x04;
    private static final int BY_PATH_FROM_MF = 0x08;
    private static final int BY_PATH_FROM_CURRENT = 0x09;
    private static final int NO_DATA = 0x0C;
    private static final int NEXT_RECORD = 2;
    private static final int PREVIOUS_RECORD = 3;
    private static final int ABSOLUTE = 4;

    private final Set<Pin> verified;

    /** @param verified the PINs verified since the activation */
    FileCommands(Set<Pin> verified) {
        this.verified = verified;
    }

    byte[] select(CommandApdu command, Selection selection) {
        byte[] data = command.data();
        CardFile selected =
                switch (command.p1()) {
                    case BY_FILE_ID ->
                        data.length == 0 ? selection.select(Directory.MF) : selection.select(fileId(data));
                    case PARENT -> selection.selectParent();
                    case BY_NAME -> selection.selectApplication(data);
                    case BY_PATH_FROM_MF -> selection.select(selection.profile().masterFile(), data);
                    case BY_PATH_FROM_CURRENT -> selection.select(selection.directory(), data);
                    default -> throw new CardException(StatusWord.WRONG_PARAMETERS);
                };
        return (command.p2() & NO_DATA) == NO_DATA ? new byte[0] : selected.fileControlParameters();
    }

    byte[] status(CommandApdu command, Selection selection) {
        return switch (command.p2()) {
            case 0x00 -> selection.directory().fileControlParameters();
            case 0x01 ->
                selection.directory().application().flatMap(Directory::aid).orElse(new byte[0]);
            case NO_DATA -> new byte[0];
            default -> throw new CardException(StatusWord.WRONG_PARAMETERS);
        };
    }

    byte[] readBinary(CommandApdu command, Selection selection) {
        ElementaryFile file = binaryFile(command, selection);
        allow(file, AccessRules.READ);
        return file.readBinary(binaryOffset(command), expected(command));
    }

    byte[] updateBinary(CommandApdu command, Selection selection) {
        ElementaryFile file = binaryFile(command, selection);
        allow(file, AccessRules.UPDATE);
        file.updateBinary(binaryOffset(command), command.data());
        return new byte[0];
    }

    byte[] readRecord(CommandApdu command, Selection selection) {
        ElementaryFile file = recordFile(command, selection);
        allow(file, AccessRules.READ);
        byte[] content = file.readRecord(recordNumber(command, selection, file));
        if (expected(command) != 0 && expected(command) != content.length) {
            throw new CardException(StatusWord.WRONG_LENGTH);
        }
        return content;
    }

    byte[] updateRecord(CommandApdu command, Selection selection) {
        ElementaryFile file = recordFile(command, selection);
        allow(file, AccessRules.UPDATE);
        file.updateRecord(recordNumber(command, selection, file), command.data());
        return new byte[0];
    }

    private void allow(ElementaryFile file, int operation) {
        if (!AccessRules.permit(file, operation, verified)) {
            throw new CardException(StatusWord.SECURITY_STATUS_NOT_SATISFIED);
        }
    }

    private static ElementaryFile binaryFile(CommandApdu command, Selection selection) {
        return (command.p1() & 0x80) == 0 ? selection.file() : selection.selectShort(command.p1() & 0x1F);
    }

    private static int binaryOffset(CommandApdu command) {
        return (command.p1() & 0x80) == 0 ? command.p1() << 8 | command.p2() : command.p2();
    }

    private static ElementaryFile recordFile(CommandApdu command, Selection selection) {
        int shortFileId = command.p2() >>> 3;
        return shortFileId == 0 ? selection.file() : selection.selectShort(shortFileId);
    }

    private static int recordNumber(CommandApdu command, Selection selection, ElementaryFile file) {
        int mode = command.p2() & 7;
        if (mode == ABSOLUTE) {
            return command.p1() == 0 ? selection.record() : command.p1();
        }
        int number =
                switch (mode) {
                    case NEXT_RECORD -> selection.record() + 1;
                    case PREVIOUS_RECORD -> selection.record() == 0 ? file.records() : selection.record() - 1;
                    default -> throw new CardException(StatusWord.WRONG_PARAMETERS);
                };
        if (number < 1 || number > file.records()) {
            throw new CardException(StatusWord.RECORD_NOT_FOUND);
        }
        selection.setRecord(number);
        return number;
    }

    /** Le; 0 where as much is wanted as there is. */
    private static int expected(CommandApdu command) {
        int le = command.le().orElse(0);
        return le == 256 ? 0 : le;
    }

    private static int fileId(byte[] data) {
        if (data.length != 2) {
            throw new CardException(StatusWord.WRONG_LENGTH);
        }
        return (data[0] & 0xFF) << 8 | data[1] & 0xFF;
    }
}
