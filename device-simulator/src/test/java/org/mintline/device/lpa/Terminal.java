package org.mintline.device.lpa;

import java.util.Arrays;
import java.util.HexFormat;
import org.mintline.device.euicc.Euicc;

/** A mobile phone that speaks hexadecimal. */
final class Terminal {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Euicc card;

    Terminal(Euicc card) {
        this.card = card;
    }

    /** Sends a command and fetches what it left; the data and the last status word in hexadecimal. */
    String command(String hex) {
        byte[] response = card.transmit(HEX.parseHex(hex));
        int end = response.length - 2;
        if ((response[end] & 0xFF) == 0x61) {
            byte[] rest = card.transmit(new byte[] {0, (byte) 0xC0, 0, 0, response[end + 1]});
            return HEX.formatHex(response, 0, end) + HEX.formatHex(rest);
        }
        return HEX.formatHex(response);
    }

    void selectApplication(String aid) {
        expectOk(command("00A4040C" + String.format("%02X", aid.length() / 2) + aid));
    }

    byte[] readBinary(String fileId) {
        expectOk(command("00A4000C02" + fileId));
        byte[] response = card.transmit(HEX.parseHex("00B0000000"));
        expectOk(HEX.formatHex(response));
        return Arrays.copyOf(response, response.length - 2);
    }

    private static void expectOk(String response) {
        if (!response.endsWith("9000")) {
            throw new AssertionError("the card answers " + response);
        }
    }
}
