package org.mintline.device.demo;

import java.io.IOException;

/** The operator that the test PKI has a certificate for: demo and bench act as it. */
public final class DemoOperator {
    /** For people. */
    public static final String NAME = "Demo operator";

    /** Its functionRequesterIdentifier in ES2+, an object identifier. */
    public static final String FUNCTION_REQUESTER = "1.3.6.1.4.1.99999.1";

    private DemoOperator() {}

    /**
     * Registers it, unless it is there.
     *
     * @param callbackAddress base address of its ES2+ callback, or null if it wants no calls
     * @return its number
     */
    public static long register(Installation installation, String callbackAddress) throws IOException {
        return installation
                .administration()
                .operator(NAME, FUNCTION_REQUESTER, callbackAddress, installation.operatorCertificate());
    }
}
