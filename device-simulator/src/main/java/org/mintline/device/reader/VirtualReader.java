package org.mintline.device.reader;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Socket;

/**
 * Puts a card into the virtual reader vpcd of vsmartcard: each message is a length of two bytes and that many bytes; one byte is
 * a command to the reader (0 power off, 1 power on, 2 reset, 4 ATR), more are an APDU.
 */
public final class VirtualReader {
    private static final int POWER_OFF = 0;
    private static final int POWER_ON = 1;
    private static final int RESET = 2;
    private static final int GET_ATR = 4;

    private final VirtualCard card;

    /** @param card the card in the reader */
    public VirtualReader(VirtualCard card) {
        this.card = card;
    }

    /**
     * Goes to a reader that listens, and serves until it hangs up.
     *
     * @param address HOST:PORT
     * @throws IOException if it is no address, or nobody listens there
     */
    public void run(String address) throws IOException {
        int colon = address.lastIndexOf(':');
        if (colon < 1 || !address.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IOException("'" + address + "' is not HOST:PORT");
        }
        String host = address.substring(0, colon);
        try (Socket socket = new Socket(host, Integer.parseInt(address.substring(colon + 1)))) {
            socket.setTcpNoDelay(true);
            run(socket.getInputStream(), socket.getOutputStream());
        } catch (ConnectException e) {
            throw new IOException("no virtual reader listens at " + address + ": is pcscd running, with vpcd?", e);
        }
    }

    /** Serves a reader that is reached already, until it hangs up. */
    public void run(InputStream fromReader, OutputStream toReader) throws IOException {
        DataInputStream in = new DataInputStream(fromReader);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(toReader));
        try {
            byte[] atr = card.reset();
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
            return card.transmit(message);
        }
        switch (message[0]) {
            case POWER_ON, RESET, POWER_OFF -> card.reset();
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
