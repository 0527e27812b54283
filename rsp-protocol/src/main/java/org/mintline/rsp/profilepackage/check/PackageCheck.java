package org.mintline.rsp.profilepackage.check;

import java.util.List;
import org.mintline.rsp.profilepackage.ProfilePackage;
import org.mintline.rsp.profilepackage.check.Finding.Severity;

/**
 * Holds a package against the rules of the interoperable format, so far as they can be decided without the eUICC.
 *
 * <p>Source: eUICC Profile Package: Interoperable Format Technical Specification 3.3.1, clauses 8 and 9.
 */
public final class PackageCheck {
    private PackageCheck() {}

    /** All that is to be said about that package; errors first. */
    public static List<Finding> findings(ProfilePackage profile) {
        Examination examination = new Examination(profile);
        OrderRules.apply(examination);
        ComponentRules.apply(examination);
        HeaderRules.apply(examination);
        TemplateRules.apply(examination);
        FileRules.apply(examination);
        CodeRules.apply(examination);
        ApplicationRules.apply(examination);
        AuthenticationRules.apply(examination);
        return examination.findings().stream()
                .sorted((a, b) -> a.severity().compareTo(b.severity()))
                .toList();
    }

    /** Whether there is no error among the findings. */
    public static boolean isSound(List<Finding> findings) {
        return findings.stream().noneMatch(f -> f.severity() == Severity.ERROR);
    }
}
