package org.mintline.device.factory.link.pcsc;

import java.util.Arrays;
import java.util.HexFormat;
import org.mintline.device.factory.link.CommandHandler;
import org.mintline.device.reader.VirtualCard;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.Commands;
import org.mintline.rsp.apdu.ResponseApdu;
import org.mintline.rsp.apdu.StatusWord;

/**
 * The device's end in a reader: a card that speaks T=1, with the application of the factory link. Once that is selected, commands pass as
 * they are. A reset deselects it; the device itself has a power supply of its own and does not boot for it.
 */
public final class LinkCard implements VirtualCard, CommandHandler {
    private static final byte[] ATR = HexFormat.of().parseHex("3B800181");
    private static final int BY_NAME = 0x04;

    private final CommandHandler device;
    private boolean isSelected;

    /** @param device carries out the commands */
    public LinkCard(CommandHandler device) {
        this.device = device;
    }

    @Override
    public synchronized byte[] reset() {
        isSelected = false;
        return ATR.clone();
    }

    @Override
    public synchronized byte[] transmit(byte[] command) {
        return answer(command);
    }

    @Override
    public ResponseApdu answer(CommandApdu command) {
        if (command.cla() == 0 && command.ins() == Commands.SELECT && command.p1() == BY_NAME) {
            isSelected = Arrays.equals(command.data(), LinkApplication.aid());
            return ResponseApdu.of(isSelected ? StatusWord.NO_ERROR : StatusWord.NOT_FOUND);
        }
        return isSelected ? device.answer(command) : ResponseApdu.of(StatusWord.CONDITIONS_NOT_SATISFIED);
    }
}
