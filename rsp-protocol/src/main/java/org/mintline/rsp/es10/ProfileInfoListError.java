package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.NamedNumber;

/** Why profiles are not listed (ProfileInfoListError in SGP.22 v2.5, clause 5.7.15). */
public enum ProfileInfoListError implements NamedNumber {
    /** Incorrect input values. */
    INCORRECT_INPUT_VALUES(1),
    /** Any other error, among them those of later versions. */
    UNDEFINED_ERROR(127);

    private final int number;

    ProfileInfoListError(int number) {
        this.number = number;
    }

    /** The value of that number; one without a name here is {@link #UNDEFINED_ERROR}. */
    public static ProfileInfoListError of(int number) {
        return NamedNumber.find(ProfileInfoListError.class, number).orElse(UNDEFINED_ERROR);
    }

    @Override
    public int number() {
        return number;
    }
}
