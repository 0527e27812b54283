package org.mintline.rsp.profilepackage.check;

/**
 * Something that the check found.
 *
 * @param severity how bad it is
 * @param place the profile element and the component in it, for instance {@code usim #8: ef-imsi}
 * @param rule the name of the rule, for instance {@code file-size}
 * @param text what is the matter, one clause; never a secret
 */
public record Finding(Severity severity, String place, String rule, String text) {

    /** How bad a finding is. */
    public enum Severity {
        /** An eUICC will refuse the package, or the profile cannot work. */
        ERROR,
        /** Unusual, but seen in packages that work. */
        WARNING
    }

    @Override
    public String toString() {
        return severity + " " + place + ": " + text + " [" + rule + "]";
    }
}
