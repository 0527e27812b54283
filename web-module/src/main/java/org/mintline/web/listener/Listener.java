package org.mintline.web.listener;

/** The HTTPS listeners of the server; each answers its own paths alone. */
public enum Listener {
    /** Devices: ES9+, server authentication with CERT.DP.TLS (SGP.22 v2.5, clause 2.6.6). */
    ES9PLUS("mintline.listener.es9plus.port", 8443),
    /** The same with CERT.DP.TLS on brainpoolP256r1. */
    ES9PLUS_BRAINPOOL("mintline.listener.es9plus-brainpool.port", 8446),
    /** Operators: ES2+, mutual TLS (SGP.22 v2.5, clause 2.6.6). */
    ES2PLUS("mintline.listener.es2plus.port", 8444),
    /** Stations of a factory: mutual TLS. */
    STATIONS("mintline.listener.stations.port", 8448),
    /** People and their tools: console, administration, documents. */
    CONSOLE("mintline.listener.console.port", 8445);

    private final String portProperty;
    private final int defaultPort;

    Listener(String portProperty, int defaultPort) {
        this.portProperty = portProperty;
        this.defaultPort = defaultPort;
    }

    /**
     * The port that this listener is bound to: its system property, or else its default, plus WildFly's port offset.
     *
     * @throws IllegalArgumentException if a property is no port
     */
    public int port() {
        int port = integer(portProperty, defaultPort) + integer("jboss.socket.binding.port-offset", 0);
        if (port < 1 || port > 0xFFFF) {
            throw new IllegalArgumentException(portProperty + " with the port offset is no port: " + port);
        }
        return port;
    }

    private static int integer(String property, int otherwise) {
        String value = System.getProperty(property);
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(property + " is no number: " + value, e);
        }
    }
}
