package org.mintline.smdpplus.imports;

import java.util.Map;
import org.mintline.rsp.identification.Iccid;

/**
 * One profile of an input file.
 *
 * @param iccid its ICCID, whose check digit is right
 * @param values what it is personalised with, by name; those of {@link ImportHeader#encrypted()} are cipher text
 */
record ImportLine(Iccid iccid, Map<String, String> values) {
    /** Does not show the values, which may be secret. */
    @Override
    public String toString() {
        return "ImportLine[" + iccid + "]";
    }
}
