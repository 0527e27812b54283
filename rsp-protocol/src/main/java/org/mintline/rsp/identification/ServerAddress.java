package org.mintline.rsp.identification;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an RSP server is reached. The standard knows the name alone (SGP.22 v2.5, clause 4.1); the port is for servers of
 * laboratories that listen elsewhere than at 443.
 *
 * @param host the name
 * @param port 1 to 65535, if it is not 443
 */
public record ServerAddress(Fqdn host, OptionalInt port) {
    private static final Pattern FORM = Pattern.compile("([^:]{1,253})(?::([0-9]{1,5}))?");

    /**
     * @throws IllegalArgumentException if the port is out of its range
     */
    public ServerAddress {
        if (port.isPresent() && (port.getAsInt() < 1 || port.getAsInt() > 65535)) {
            throw new IllegalArgumentException("a port is 1 to 65535");
        }
    }

    /**
     * Reads {@code host} or {@code host:port}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static ServerAddress parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("is no server address");
        }
        String port = matcher.group(2);
        return new ServerAddress(
                new Fqdn(matcher.group(1)),
                port == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port)));
    }

    @Override
    public String toString() {
        return port.isPresent() ? host + ":" + port.getAsInt() : host.text();
    }
}
