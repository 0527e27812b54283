package org.mintline.rsp.certificate;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the holder of a certificate is, told by an object identifier in its certificatePolicies (SGP.22 v2.5, clause 4.5.2.1.0
 * and annex H; the hierarchical identifiers of v3 are those of its certificate variants Ov3, A, B and C).
 */
public enum CertificateRole {
    /** Certificate Issuer: the root. */
    CI("0", null),
    /** A sub-CA of the CI (v3, variants B and C). */
    CI_SUB_CA(null, "0.0"),
    /** eUICC Manufacturer. */
    EUM("2", "0.0.0"),
    /** A sub-CA of an EUM (v3, variants A and C). */
    EUM_SUB_CA(null, "0.0.0.0"),
    /** eUICC. */
    EUICC("1", "0.0.0.0.0"),
    /** A sub-CA for SM-DP+ certificates (v3, variants A and C). */
    DP_SUB_CA(null, "0.0.1"),
    /** SM-DP+, TLS. */
    DP_TLS("3", "0.0.1.0"),
    /** SM-DP+, authentication: CERT.DPauth. */
    DP_AUTH("4", "0.0.1.1"),
    /** SM-DP+, profile package binding: CERT.DPpb. */
    DP_PB("5", "0.0.1.2"),
    /** A sub-CA for SM-DS certificates (v3, variants A and C). */
    DS_SUB_CA(null, "0.0.2"),
    /** SM-DS, TLS. */
    DS_TLS("6", "0.0.2.0"),
    /** SM-DS, authentication: CERT.DSauth. */
    DS_AUTH("7", "0.0.2.1");

    private static final String ID_RSP_ROLE = "2.23.146.1.2.1.";

    private final String version2;
    private final String version3;

    CertificateRole(String version2, String version3) {
        this.version2 = version2;
        this.version3 = version3;
    }

    /** The object identifier of SGP.22 v2 in dotted form; of a sub-CA, which v2 does not know, that of v3. */
    public String objectIdentifier() {
        return ID_RSP_ROLE + (version2 != null ? version2 : version3);
    }

    /** The object identifier of SGP.22 v3 in dotted form. */
    public String version3ObjectIdentifier() {
        return ID_RSP_ROLE + (version3 != null ? version3 : version2);
    }

    /** Whether the holder issues certificates. */
    public boolean isIssuer() {
        return switch (this) {
            case CI, CI_SUB_CA, EUM, EUM_SUB_CA, DP_SUB_CA, DS_SUB_CA -> true;
            default -> false;
        };
    }

    /** The roles named by the policies of a certificate, of either version. */
    static Set<CertificateRole> named(Set<String> policies) {
        Set<CertificateRole> roles = EnumSet.noneOf(CertificateRole.class);
        Arrays.stream(values())
                .filter(r -> policies.contains(r.objectIdentifier()) || policies.contains(r.version3ObjectIdentifier()))
                .forEach(roles::add);
        return roles;
    }

    /** The roles that may issue a certificate of this role. */
    Set<CertificateRole> issuers() {
        return switch (this) {
            case CI -> EnumSet.noneOf(CertificateRole.class);
            case CI_SUB_CA -> EnumSet.of(CI);
            case EUM, DP_SUB_CA, DS_SUB_CA -> EnumSet.of(CI, CI_SUB_CA);
            case EUM_SUB_CA -> EnumSet.of(EUM);
            case EUICC -> EnumSet.of(EUM, EUM_SUB_CA);
            case DP_TLS, DP_AUTH, DP_PB -> EnumSet.of(CI, CI_SUB_CA, DP_SUB_CA);
            case DS_TLS, DS_AUTH -> EnumSet.of(CI, CI_SUB_CA, DS_SUB_CA);
        };
    }
}
