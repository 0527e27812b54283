package org.mintline.rsp.data;

import org.mintline.rsp.tlv.NamedNumber;

/** The category of an eUICC (euiccCategory in SGP.22 v2.5, annex H). */
public enum EuiccCategory implements NamedNumber {
    /** None of the others. */
    OTHER(0),
    /** Basic eUICC. */
    BASIC_EUICC(1),
    /** Medium eUICC. */
    MEDIUM_EUICC(2),
    /** Contactless eUICC. */
    CONTACTLESS_EUICC(3);

    private final int number;

    EuiccCategory(int number) {
        this.number = number;
    }

    @Override
    public int number() {
        return number;
    }
}
