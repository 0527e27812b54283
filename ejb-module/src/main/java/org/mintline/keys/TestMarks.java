package org.mintline.keys;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * Tells certificates of test PKIs, whose private keys are public or protect nothing: those of SGP.26 and those that the product
 * makes for itself.
 */
final class TestMarks {
    /** Values of O and OU: SGP.26 names its certificate issuer so; {@code Mintline Test} is the product's own test PKI. */
    private static final Set<String> ORGANIZATIONS = Set.of("rsptest", "testcert", "mintline test", "gsma_test");

    /** Words in CN: {@code Test CI}, {@code TEST SM-DP+}, {@code EUM Test}. */
    private static final Set<String> NAMES = Set.of("test", "testing");

    private TestMarks() {}

    /** Whether the subject or the issuer of a certificate bears the mark of a test PKI. */
    static boolean marked(X509Certificate certificate) {
        return List.of(certificate.getSubjectX500Principal(), certificate.getIssuerX500Principal()).stream()
                .anyMatch(name -> marked(name.getName()));
    }

    private static boolean marked(String distinguishedName) {
        try {
            return new LdapName(distinguishedName).getRdns().stream().anyMatch(TestMarks::marked);
        } catch (InvalidNameException e) {
            throw new KeyMaterialException("a certificate has an unreadable name", e);
        }
    }

    private static boolean marked(Rdn part) {
        String value = String.valueOf(part.getValue()).toLowerCase(Locale.ROOT);
        return switch (part.getType().toUpperCase(Locale.ROOT)) {
            case "O", "OU" -> ORGANIZATIONS.contains(value);
            case "CN" -> List.of(value.split("[^a-z0-9]+", -1)).stream().anyMatch(NAMES::contains);
            default -> false;
        };
    }
}
