package org.mintline.device.factory.link;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;

/** A serial port or a USB adapter for one: 8 data bits, no parity, 1 stop bit, no flow control. */
public final class SerialWire implements Wire {
    /** The rate that both ends use if nothing else is agreed on, in bits a second. */
    public static final int BAUD_RATE = 115_200;

    private final SerialPort port;
    private int timeout;

    private SerialWire(SerialPort port) {
        this.port = port;
    }

    /**
     * Opens a port for this process alone.
     *
     * @param name as the operating system names it, for instance {@code /dev/ttyUSB0}
     * @param baudRate in bits a second
     * @throws IOException if there is none, or another process has it
     */
    public static SerialWire open(String name, int baudRate) throws IOException {
        SerialPort port;
        try {
            port = SerialPort.getCommPort(name);
        } catch (SerialPortInvalidPortException e) {
            throw new IOException("there is no serial port " + name, e);
        }
        port.setComPortParameters(baudRate, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        if (!port.openPort()) {
            throw new IOException("the serial port " + name + " cannot be opened: is it there, and free?");
        }
        return new SerialWire(port);
    }

    @Override
    public int read(byte[] target, int milliseconds) throws IOException {
        if (timeout != milliseconds) {
            port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, Math.max(1, milliseconds), 0);
            timeout = milliseconds;
        }
        int count = port.readBytes(target, target.length);
        if (count < 0) {
            throw new IOException("the serial port " + port.getSystemPortPath() + " is gone");
        }
        return count;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        int written = 0;
        while (written < bytes.length) {
            int count = port.writeBytes(bytes, bytes.length - written, written);
            if (count <= 0) {
                throw new IOException("the serial port " + port.getSystemPortPath() + " takes nothing");
            }
            written += count;
        }
    }

    @Override
    public void close() {
        port.closePort();
    }
}
