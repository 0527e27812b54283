package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.NamedNumber;

/** How ES10a.SetDefaultDpAddress ended (SGP.22 v2.5, clause 5.7.4). */
public enum SetDefaultDpAddressResult implements NamedNumber {
    /** Done. */
    OK(0),
    /** Any other error, among them those of later versions. */
    UNDEFINED_ERROR(127);

    private final int number;

    SetDefaultDpAddressResult(int number) {
        this.number = number;
    }

    /** The value of that number; one without a name here is {@link #UNDEFINED_ERROR}. */
    public static SetDefaultDpAddressResult of(int number) {
        return NamedNumber.find(SetDefaultDpAddressResult.class, number).orElse(UNDEFINED_ERROR);
    }

    @Override
    public int number() {
        return number;
    }
}
