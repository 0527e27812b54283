package org.mintline.device.euicc.uicc;

import java.util.Arrays;
import java.util.Set;
import org.mintline.device.euicc.filesystem.Pin;
import org.mintline.device.euicc.status.CardException;
import org.mintline.device.euicc.status.StatusWord;
import org.mintline.rsp.apdu.CommandApdu;

/** VERIFY, CHANGE, DISABLE, ENABLE and UNBLOCK PIN (ETSI TS 102 221, clauses 11.1.9 to 11.1.13). */
final class PinCommands {
    private final Set<Pin> verified;

    /** @param verified the PINs verified since the activation; this class adds to them and takes away */
    PinCommands(Set<Pin> verified) {
        this.verified = verified;
    }

    byte[] verify(CommandApdu command, Selection selection) {
        Pin pin = pin(command, selection);
        if (command.data().length == 0) {
            throw new CardException(
                    pin.triesLeft() == 0
                            ? StatusWord.AUTHENTICATION_BLOCKED
                            : StatusWord.VERIFICATION_FAILED | pin.triesLeft());
        }
        verified.remove(pin);
        pin.verify(value(command, 0));
        verified.add(pin);
        return new byte[0];
    }

    byte[] change(CommandApdu command, Selection selection) {
        Pin pin = pin(command, selection);
        pin.change(value(command, 0), value(command, Pin.LENGTH));
        verified.add(pin);
        return new byte[0];
    }

    byte[] setEnabled(CommandApdu command, Selection selection, boolean enabled) {
        pin(command, selection).setEnabled(value(command, 0), enabled);
        return new byte[0];
    }

    byte[] unblock(CommandApdu command, Selection selection) {
        Pin pin = pin(command, selection);
        if (command.data().length == 0) {
            int left = pin.puk() == null ? 0 : pin.puk().triesLeft();
            throw new CardException(
                    left == 0 ? StatusWord.AUTHENTICATION_BLOCKED : StatusWord.VERIFICATION_FAILED | left);
        }
        pin.unblock(value(command, 0), value(command, Pin.LENGTH));
        verified.add(pin);
        return new byte[0];
    }

    private static Pin pin(CommandApdu command, Selection selection) {
        return selection
                .directory()
                .pin(command.p2())
                .orElseThrow(() -> new CardException(StatusWord.REFERENCED_DATA_NOT_FOUND));
    }

    private static byte[] value(CommandApdu command, int offset) {
        if (command.data().length < offset + Pin.LENGTH) {
            throw new CardException(StatusWord.WRONG_LENGTH);
        }
        return Arrays.copyOfRange(command.data(), offset, offset + Pin.LENGTH);
    }
}
