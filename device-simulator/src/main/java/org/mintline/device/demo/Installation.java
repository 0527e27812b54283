package org.mintline.device.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mintline.device.es2plus.OperatorIdentity;
import org.mintline.device.https.HttpsClient;

/**
 * A server on this machine that {@code ./mintline start} started, and where its half of the test PKI lies.
 *
 * @param home the state folder
 * @param portOffset what is added to each port
 * @param smdpAddress the address of the SM-DP+
 */
public record Installation(Path home, int portOffset, String smdpAddress) {
    /** The port of the listener of dedicated lines, before the offset is added. */
    public static final int LINE_PORT = 8447;

    /** The port of the listener of stations, aggregator and local provisioning server, before the offset is added. */
    public static final int STATIONS_PORT = 8448;

    private static final String LOOPBACK = "127.0.0.1";

    /** Where devices connect to. */
    public InetSocketAddress es9plus() {
        return InetSocketAddress.createUnresolved(LOOPBACK, 8443 + portOffset);
    }

    /** Where operators connect to. */
    public InetSocketAddress es2plus() {
        return InetSocketAddress.createUnresolved(LOOPBACK, 8444 + portOffset);
    }

    /** Where people connect to. */
    public InetSocketAddress console() {
        return InetSocketAddress.createUnresolved(LOOPBACK, 8445 + portOffset);
    }

    /** Where the stations of a factory connect to. */
    public InetSocketAddress stations() {
        return InetSocketAddress.createUnresolved(LOOPBACK, STATIONS_PORT + portOffset);
    }

    /** The certificate of the station that the test PKI has, in PEM. */
    public String stationCertificate() throws IOException {
        return text(pki().resolve("station/station.pem"));
    }

    /** A client of the operator, with its certificate. */
    public HttpsClient operatorClient(InetSocketAddress listener) throws IOException {
        return new HttpsClient(smdpAddress, listener, operator().context());
    }

    /** The operator's key and certificate, and its trust in the server. */
    public OperatorIdentity operator() throws IOException {
        return identity("operator");
    }

    /** The key and certificate of the station that the test PKI has, and its trust in the server. */
    public OperatorIdentity station() throws IOException {
        return identity("station");
    }

    private OperatorIdentity identity(String name) throws IOException {
        Path folder = pki().resolve(name);
        char[] passphrase = text(folder.resolve("passphrase")).toCharArray();
        return OperatorIdentity.read(folder.resolve(name + ".p12"), folder.resolve("server-ca.p12"), passphrase);
    }

    /** The operator's certificate in PEM. */
    public String operatorCertificate() throws IOException {
        return text(pki().resolve("operator/operator.pem"));
    }

    /** The administration's interface, as its first user. */
    public Administration administration() throws IOException {
        return new Administration(operatorClient(console()), "administrator", administratorPassword());
    }

    private String administratorPassword() throws IOException {
        return text(home.resolve("administrator.password"));
    }

    /** The test PKI. */
    public Path pki() {
        return home.resolve("pki");
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file).strip();
    }
}
