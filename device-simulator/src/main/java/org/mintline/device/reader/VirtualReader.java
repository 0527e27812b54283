package org.mintline.device.reader;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import org.mintline.device.euicc.Euicc;

/**
 * Puts the eUICC into the virtual reader vpcd of vsmartcard: each message is a length of two bytes and that many bytes; one byte is
 * a command to the reader (0 power off, 1 power on, 2 reset, 4 ATR), more are an APDU.
 */
public final class VirtualReader {
    private static final int POWER_OFF = 0;
    private static final int POWER_ON = 1;
    private static final int RESET = 2;
    private static final int GET_ATR = 4;

    private final Euicc euicc;

    /** @param euicc the card in the reader */
    public VirtualReader(Euicc euicc) {
        this.euicc = euicc;
    }

    /** Serves until the reader hangs up. */
    public void run(String host, int port) throws IOException {
        try (Socket socket = new Socket(host, port);
                DataInputStream in = new DataInputStream(socket.getInputStream());
                DataOutputStream out = new DataOutputStream(socket.getOutputStream())) {
            socket.setTcpNoDelay(true);
            byte[] atr = euicc.reset();
            while (true) {
                byte[] message = new byte[in.readUnsignedShort()];
                in.readFully(message);
                byte[] answer = answer(message, atr);
                if (answer.length > 0) {
                    out.writeShort(answer.length);
                    out.write(answer);
                    out.flush();
                }
            }
        } catch (EOFException e) {
            // the reader is gone: that is how it ends
        }
    }

    private byte[] answer(byte[] message, byte[] atr) {
        if (message.length != 1) {
            return euicc.transmit(message);
        }
        switch (message[0]) {
            case POWER_ON, RESET, POWER_OFF -> euicc.reset();
            case GET_ATR -> {
                return atr.clone();
            }
            default -> {
                // unknown commands to the reader have no answer
            }
        }
        return new byte[0];
    }
}
