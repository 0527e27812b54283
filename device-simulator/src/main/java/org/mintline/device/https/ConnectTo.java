package org.mintline.device.https;

import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.mintline.rsp.identification.ServerAddress;

/**
 * Where to connect to for a server address, in place of what the DNS says: name and certificate stay those of the server.
 *
 * @param addresses host and port by the server's name in lower case
 */
public record ConnectTo(Map<String, InetSocketAddress> addresses) {
    /** As the DNS says, port 443. */
    public static final ConnectTo DNS = new ConnectTo(Map.of());

    private static final int HTTPS = 443;

    /** Copies the map. */
    public ConnectTo {
        addresses = Map.copyOf(addresses);
    }

    /**
     * Reads entries like {@code smdpplus.example.com=127.0.0.1:8443}.
     *
     * @throws IllegalArgumentException if an entry has another form
     */
    public static ConnectTo parse(Iterable<String> entries) {
        Map<String, InetSocketAddress> addresses = new TreeMap<>();
        for (String entry : entries) {
            int equals = entry.indexOf('=');
            int colon = entry.lastIndexOf(':');
            boolean complete =
                    equals > 0 && colon > equals && entry.substring(colon + 1).matches("[0-9]{1,5}");
            if (!complete || entry.substring(0, equals).contains(":")) {
                throw new IllegalArgumentException("'" + entry + "' is not NAME=HOST:PORT");
            }
            int port = Integer.parseInt(entry.substring(colon + 1));
            addresses.put(
                    entry.substring(0, equals).toLowerCase(Locale.ROOT),
                    InetSocketAddress.createUnresolved(entry.substring(equals + 1, colon), port));
        }
        return new ConnectTo(addresses);
    }

    /** Where to connect to for that server. */
    public InetSocketAddress of(ServerAddress server) {
        String name = server.host().toString().toLowerCase(Locale.ROOT);
        return addresses.getOrDefault(
                name, InetSocketAddress.createUnresolved(name, server.port().orElse(HTTPS)));
    }
}
