package org.mintline.device.euicc.uicc;

import java.util.LinkedHashSet;
import java.util.Set;
import org.mintline.device.euicc.filesystem.Pin;
import org.mintline.device.euicc.status.CardException;
import org.mintline.device.euicc.status.StatusWord;
import org.mintline.rsp.apdu.CommandApdu;

/** Dispatches the commands on the file system of the enabled profile; knows which PINs were verified since the activation. */
public final class UiccCommands {
    private final Set<Pin> verified = new LinkedHashSet<>();
    private final FileCommands files = new FileCommands(verified);
    private final PinCommands pins = new PinCommands(verified);
    private final AuthenticateCommand authenticate = new AuthenticateCommand(verified);

    /** Whether a command can change something that has to outlive the power: files, PINs, sequence numbers. */
    public static boolean changesState(CommandApdu command) {
        return switch (command.ins()) {
            case 0xD6, 0xDC, 0x20, 0x24, 0x26, 0x28, 0x2C, 0x88, 0x89 -> true;
            default -> false;
        };
    }

    /**
     * Carries out a command.
     *
     * @param selection what its logical channel has selected
     * @return the response data
     * @throws CardException with any other status word than 9000
     */
    public byte[] process(CommandApdu command, Selection selection) {
        return switch (command.ins()) {
            case 0xA4 -> files.select(command, selection);
            case 0xF2 -> files.status(command, selection);
            case 0xB0 -> files.readBinary(command, selection);
            case 0xD6 -> files.updateBinary(command, selection);
            case 0xB2 -> files.readRecord(command, selection);
            case 0xDC -> files.updateRecord(command, selection);
            case 0x20 -> pins.verify(command, selection);
            case 0x24 -> pins.change(command, selection);
            case 0x26 -> pins.setEnabled(command, selection, false);
            case 0x28 -> pins.setEnabled(command, selection, true);
            case 0x2C -> pins.unblock(command, selection);
            case 0x88, 0x89 -> authenticate.authenticate(command, selection);
            default -> throw new CardException(StatusWord.INSTRUCTION_NOT_SUPPORTED);
        };
    }
}
