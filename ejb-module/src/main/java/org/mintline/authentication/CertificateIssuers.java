package org.mintline.authentication;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.mintline.keys.SmDpPlusKeys;
import org.mintline.rsp.data.EuiccInfo1;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.status.StatusCode;

/** Under which certificate issuers eUICC and server know one another (SGP.22 v2.5, clause 5.6.1). */
@Dependent
public class CertificateIssuers {
    private static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
    private static final int HEADERS = 4;

    private final SmDpPlusKeys keys;

    /** Over the given keys. */
    @Inject
    public CertificateIssuers(SmDpPlusKeys keys) {
        this.keys = keys;
    }

    /**
     * What a session uses.
     *
     * @param euicc euiccCiPKIdToBeUsed: under which CI key the eUICC signs
     * @param own under which CI key the server signs
     * @param keys the server's keys under that one
     */
    public record Choice(SubjectKeyIdentifier euicc, SubjectKeyIdentifier own, SmDpPlusKeys.KeySet keys) {}

    /**
     * Chooses by the lists of the eUICC, in the order that it prefers; one CI key for both sides, if there is one. The list for
     * signing is looked at first: an eUICC that shares no CI at all with the SM-DP+ gets 8.8.2/3.1.
     */
    public Choice choose(EuiccInfo1 euicc) {
        List<SubjectKeyIdentifier> trusted = keys.certificateIssuers().stream()
                .map(CertificateIssuers::identifier)
                .toList();
        List<SubjectKeyIdentifier> signing = euicc.euiccCiPKIdListForSigning().stream()
                .filter(trusted::contains)
                .toList();
        if (signing.isEmpty()) {
            throw new FunctionException(
                    StatusCode.SMDP_PUBLIC_KEY_IDENTIFIERS_UNSUPPORTED,
                    "no certificate issuer of the eUICC's signatures is known here");
        }
        return signing.stream()
                .filter(euicc.euiccCiPKIdListForVerification()::contains)
                .flatMap(both -> choice(both, both).stream())
                .findFirst()
                .or(() -> euicc.euiccCiPKIdListForVerification().stream()
                        .flatMap(own -> choice(signing.get(0), own).stream())
                        .findFirst())
                .orElseThrow(() -> new FunctionException(
                        StatusCode.SMDP_CERTIFICATE_UNAVAILABLE,
                        "no own certificate stands under a certificate issuer that the eUICC verifies"));
    }

    private Optional<Choice> choice(SubjectKeyIdentifier euicc, SubjectKeyIdentifier own) {
        return keys.keySet(own.value()).map(set -> new Choice(euicc, own, set));
    }

    /**
     * The keys with which a session was begun.
     *
     * @param ownCi the CI key under which they stand, 40 hexadecimal digits
     */
    public SmDpPlusKeys.KeySet keySet(String ownCi) {
        return keys.keySet(HexFormat.of().parseHex(ownCi))
                .orElseThrow(() -> new FunctionException(
                        StatusCode.SMDP_CERTIFICATE_UNAVAILABLE, "the keys of the session are no longer valid"));
    }

    /** The object identifier of this SM-DP+, in dotted form: by it, operators know who calls. */
    public String ownIdentifier() {
        return keys.certificateIssuers().stream()
                .flatMap(issuer -> keys.keySet(identifier(issuer).value()).stream())
                .map(SmDpPlusKeys.KeySet::smdpOid)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the SM-DP+ has no keys"));
    }

    private static SubjectKeyIdentifier identifier(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(SUBJECT_KEY_IDENTIFIER);
        return new SubjectKeyIdentifier(Arrays.copyOfRange(extension, HEADERS, extension.length));
    }

    /** DER. */
    public static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate in use has no encoding", e);
        }
    }
}
