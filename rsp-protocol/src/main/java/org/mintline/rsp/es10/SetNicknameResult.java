package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.NamedNumber;

/** How ES10c.SetNickname ended (SGP.22 v2.5, clause 5.7.21). */
public enum SetNicknameResult implements NamedNumber {
    /** Done. */
    OK(0),
    /** There is no such Profile. */
    ICCID_NOT_FOUND(1),
    /** Any other error, among them those of later versions. */
    UNDEFINED_ERROR(127);

    private final int number;

    SetNicknameResult(int number) {
        this.number = number;
    }

    /** The value of that number; one without a name here is {@link #UNDEFINED_ERROR}. */
    public static SetNicknameResult of(int number) {
        return NamedNumber.find(SetNicknameResult.class, number).orElse(UNDEFINED_ERROR);
    }

    @Override
    public int number() {
        return number;
    }
}
