package org.mintline.support;

import java.util.Map;

/** When the contents of profiles, their packets and images, are deleted. Their rows and stories stay. */
public interface PurgeRules {
    /** A rule. */
    enum Rule {
        /** How long after the installation of a profile. */
        INSTALLED(30),
        /** How long after its installation failed. */
        FAILED(90),
        /** How long after its last change a profile that is not known to be installed: its batch has expired. */
        UNUSED(365);

        private final int standardDays;

        Rule(int standardDays) {
            this.standardDays = standardDays;
        }

        /** What holds as long as nobody has said otherwise, in days. */
        public int standardDays() {
            return standardDays;
        }
    }

    /** The most days. */
    int MOST_DAYS = 3660;

    /** All rules, each with its days. */
    Map<Rule, Integer> list();

    /**
     * Changes a rule.
     *
     * @param days 0 to {@value #MOST_DAYS}
     * @param requestedBy for the audit line
     * @throws SupportException if the days are out of bounds
     */
    void change(Rule rule, int days, String requestedBy);
}
