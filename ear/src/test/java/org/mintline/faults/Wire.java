package org.mintline.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.mintline.server.RunningServer;
import org.mintline.server.TlsClient;

/** HTTP as bytes over TLS: sends what no HTTP client would. */
final class Wire {
    private static final int PATIENCE_MILLIS = 100_000;

    private final SSLContext tls;
    private final URI listener;

    /**
     * An answer.
     *
     * @param status the HTTP status; 0 if the server closed the connection without one
     * @param head the status line and the headers
     * @param body what came behind the head
     */
    record Answer(int status, String head, byte[] body) {}

    private Wire(SSLContext tls, URI listener) {
        this.tls = tls;
        this.listener = listener;
    }

    /** To the listener of devices. */
    static Wire es9plus(RunningServer server) throws IOException, GeneralSecurityException {
        Path issuer = server.home().resolve("pki/certificate-issuers/ci-nist.pem");
        return new Wire(TlsClient.trusting(issuer), server.es9plus());
    }

    /** To the listener of operators, with the certificate of one. */
    static Wire es2plus(RunningServer server) throws IOException, GeneralSecurityException {
        Path files = server.home().resolve("pki/operator");
        return new Wire(
                TlsClient.trusting(
                        files.resolve("server-ca.pem"),
                        files.resolve("operator.pem"),
                        files.resolve("operator.key.pem")),
                server.es2plus());
    }

    /** To the listener of people. */
    static Wire console(RunningServer server) throws IOException, GeneralSecurityException {
        return new Wire(TlsClient.trusting(server.home().resolve("pki/operator/server-ca.pem")), server.console());
    }

    /** Opens a connection, TLS included. */
    SSLSocket connect() throws IOException {
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket("127.0.0.1", listener.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.startHandshake();
        return socket;
    }

    /** Sends a whole request, head and body, which asks for the connection to be closed, and reads the answer. */
    Answer send(byte[] request) throws IOException {
        try (SSLSocket socket = connect()) {
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (IOException e) {
                // The server may answer and close before it has read everything; what it answered is read below.
            }
            return read(socket);
        }
    }

    /** A head with its end. */
    static byte[] head(String... lines) {
        return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A request of a method with a body and its Content-Length, whatever it is. */
    static byte[] request(String method, String path, List<String> headers, byte[] body) {
        List<String> lines = new ArrayList<>();
        lines.add(method + " " + path + " HTTP/1.1");
        lines.add("Host: smdpplus.mintline.test");
        lines.add("Connection: close");
        lines.addAll(headers);
        if (body.length > 0 || method.equals("POST")) {
            lines.add("Content-Length: " + body.length);
        }
        return joined(head(lines.toArray(String[]::new)), body);
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static Answer read(SSLSocket socket) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (SocketException e) {
            // Closed while we were still sending: what came before counts.
        }
        String text = all.toString(StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, text, new byte[0]);
        }
        int status = Integer.parseInt(text.substring(9, 12));
        return new Answer(status, text.substring(0, end), Arrays.copyOfRange(all.toByteArray(), end + 4, all.size()));
    }
}
