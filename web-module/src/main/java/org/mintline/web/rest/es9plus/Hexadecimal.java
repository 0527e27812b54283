package org.mintline.web.rest.es9plus;

/** How a TransactionID stands in JSON. */
final class Hexadecimal {
    /** 1 to 16 bytes, two digits each. */
    static final String TRANSACTION_ID = "([0-9A-Fa-f]{2}){1,16}";

    private Hexadecimal() {}
}
