package org.mintline.device.demo.factory;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A piece of line between two servers on this machine that can be cut: it passes bytes on, until it does not. */
public final class CuttableRelay implements AutoCloseable {
    /** For an entry at any port that is free. */
    public static final int ANY_PORT = 0;

    private static final int BACKLOG = 50;
    private static final int BUFFER = 65_536;

    private final ServerSocket entry;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private volatile boolean cut;

    /**
     * Lays it.
     *
     * @param port of 127.0.0.1 where it begins, or {@link #ANY_PORT}
     * @param target the port of 127.0.0.1 that it leads to
     * @throws IOException if the port is taken
     */
    public CuttableRelay(int port, int target) throws IOException {
        this.entry = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        this.target = target;
        executor.execute(this::acceptAll);
    }

    /** The port of 127.0.0.1 where it begins. */
    public int port() {
        return entry.getLocalPort();
    }

    /** Cuts all connections, and those that are tried from now on. */
    public void cut() {
        cut = true;
        sockets.forEach(CuttableRelay::close);
    }

    /** Lets new connections through. */
    public void mend() {
        cut = false;
    }

    private void acceptAll() {
        while (!entry.isClosed()) {
            try {
                Socket near = entry.accept();
                sockets.add(near);
                executor.execute(() -> connect(near));
            } catch (IOException e) {
                close(entry);
            }
        }
    }

    private void connect(Socket near) {
        try {
            Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(far);
            executor.execute(() -> pass(near, far));
            pass(far, near);
        } catch (IOException e) {
            close(near);
        }
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to;
                InputStream input = from.getInputStream();
                OutputStream output = to.getOutputStream()) {
            byte[] buffer = new byte[BUFFER];
            int length = input.read(buffer);
            while (length > 0 && !cut) {
                output.write(buffer, 0, length);
                length = input.read(buffer);
            }
        } catch (IOException e) {
            close(from);
            close(to);
        }
        sockets.remove(from);
        sockets.remove(to);
    }

    private static void close(Closeable open) {
        try {
            open.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a socket does not close", e);
        }
    }

    /** Ends it, with all connections. */
    @Override
    public void close() {
        close(entry);
        cut();
        executor.shutdownNow();
    }
}
