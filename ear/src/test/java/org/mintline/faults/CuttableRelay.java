package org.mintline.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A piece of line between two servers that can be cut: it passes bytes on, until it does not. */
final class CuttableRelay implements AutoCloseable {
    private final ServerSocket entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private volatile boolean cut;

    /** @param target the port of 127.0.0.1 that it leads to */
    CuttableRelay(int target) throws IOException {
        this.target = target;
        executor.execute(this::acceptAll);
    }

    /** Where it begins. */
    int port() {
        return entry.getLocalPort();
    }

    /** Cuts all connections, and those that are tried from now on. */
    void cut() {
        cut = true;
        sockets.forEach(CuttableRelay::close);
    }

    /** Lets new connections through. */
    void mend() {
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
            byte[] buffer = new byte[65_536];
            int length = input.read(buffer);
            while (length > 0 && !cut) {
                output.write(buffer, 0, length);
                length = input.read(buffer);
            }
        } catch (IOException e) {
            cutBoth(from, to);
        }
        sockets.remove(from);
        sockets.remove(to);
    }

    private static void cutBoth(Socket from, Socket to) {
        close(from);
        close(to);
    }

    private static void close(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            throw new IllegalStateException("a socket does not close", e);
        }
    }

    @Override
    public void close() {
        close(entry);
        cut();
        executor.shutdownNow();
    }
}
