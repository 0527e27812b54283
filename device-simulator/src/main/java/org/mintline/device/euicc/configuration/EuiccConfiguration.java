package org.mintline.device.euicc.configuration;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.data.PprId;
import org.mintline.rsp.data.RulesAuthorisationTable;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.data.UiccCapability;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.SpecificationVersion;

/**
 * How an eUICC leaves its maker.
 *
 * @param eid its EID
 * @param ciCertificates certificates of the CI keys that it verifies with
 * @param credentials what it signs with, the preferred first; at least one
 * @param svn the version of SGP.22 that it supports
 * @param profileVersion the version of the profile package that it supports
 * @param memory non-volatile memory for profiles, in bytes
 * @param capabilities what it can do for a profile
 * @param forbiddenProfilePolicyRules the rules that it does not take
 * @param rulesAuthorisationTable which operator may use which rule
 * @param defaultDpAddress the default SM-DP+ address at the start of its life
 * @param rootDsAddress the address of the root SM-DS
 * @param testProfileSupport whether it takes Test Profiles
 * @param lpaBlockedWhileKeysRemain whether downloads over ES9+, profile management and settings wait until no preloaded key remains
 *     (EUICCF04 of SGP.41)
 */
public record EuiccConfiguration(
        Eid eid,
        List<RspCertificate> ciCertificates,
        List<EuiccCredentials> credentials,
        SpecificationVersion svn,
        SpecificationVersion profileVersion,
        int memory,
        Set<UiccCapability> capabilities,
        Set<PprId> forbiddenProfilePolicyRules,
        RulesAuthorisationTable rulesAuthorisationTable,
        Optional<String> defaultDpAddress,
        String rootDsAddress,
        boolean testProfileSupport,
        boolean lpaBlockedWhileKeysRemain) {
    private static final int DEFAULT_MEMORY = 1_500_000;

    /** Refuses a card that could not sign or verify. */
    public EuiccConfiguration {
        if (ciCertificates.isEmpty() || credentials.isEmpty()) {
            throw new IllegalArgumentException("an eUICC needs a CI key and credentials");
        }
        ciCertificates = List.copyOf(ciCertificates);
        credentials = List.copyOf(credentials);
        capabilities = Set.copyOf(capabilities);
        forbiddenProfilePolicyRules = Set.copyOf(forbiddenProfilePolicyRules);
    }

    /** A card of SGP.22 v2.5 that can do all the simulator can, with 1.5 MB and no operator who may use a policy rule. */
    public static EuiccConfiguration of(
            Eid eid, List<RspCertificate> ciCertificates, List<EuiccCredentials> credentials) {
        Set<UiccCapability> capabilities = EnumSet.allOf(UiccCapability.class);
        capabilities.removeAll(EnumSet.of(
                UiccCapability.CONTACTLESS_SUPPORT,
                UiccCapability.AKA_CAVE,
                UiccCapability.EAP_CLIENT,
                UiccCapability.MULTOS,
                UiccCapability.DF_LINK_SUPPORT,
                UiccCapability.DNS_RESOLUTION,
                UiccCapability.SCP11_AC,
                UiccCapability.SCP11C_AUTHORIZATION_MECHANISM,
                UiccCapability.S16_MODE,
                UiccCapability.EAKA,
                UiccCapability.IOT_MINIMAL));
        return new EuiccConfiguration(
                eid,
                ciCertificates,
                credentials,
                new SpecificationVersion(2, 5, 0),
                new SpecificationVersion(2, 3, 1),
                DEFAULT_MEMORY,
                capabilities,
                Set.of(),
                new RulesAuthorisationTable(List.of()),
                Optional.empty(),
                "lpa.ds.gsma.com",
                true,
                false);
    }

    /** The same with another amount of memory, in bytes. */
    public EuiccConfiguration withMemory(int bytes) {
        return new EuiccConfiguration(
                eid,
                ciCertificates,
                credentials,
                svn,
                profileVersion,
                bytes,
                capabilities,
                forbiddenProfilePolicyRules,
                rulesAuthorisationTable,
                defaultDpAddress,
                rootDsAddress,
                testProfileSupport,
                lpaBlockedWhileKeysRemain);
    }

    /** The same with other capabilities. */
    public EuiccConfiguration withCapabilities(Set<UiccCapability> others) {
        return new EuiccConfiguration(
                eid,
                ciCertificates,
                credentials,
                svn,
                profileVersion,
                memory,
                others,
                forbiddenProfilePolicyRules,
                rulesAuthorisationTable,
                defaultDpAddress,
                rootDsAddress,
                testProfileSupport,
                lpaBlockedWhileKeysRemain);
    }

    /** The same with another version of SGP.22. */
    public EuiccConfiguration withSvn(SpecificationVersion other) {
        return new EuiccConfiguration(
                eid,
                ciCertificates,
                credentials,
                other,
                profileVersion,
                memory,
                capabilities,
                forbiddenProfilePolicyRules,
                rulesAuthorisationTable,
                defaultDpAddress,
                rootDsAddress,
                testProfileSupport,
                lpaBlockedWhileKeysRemain);
    }

    /** The same with other rules on policy rules. */
    public EuiccConfiguration withProfilePolicyRules(Set<PprId> forbidden, RulesAuthorisationTable rat) {
        return new EuiccConfiguration(
                eid,
                ciCertificates,
                credentials,
                svn,
                profileVersion,
                memory,
                capabilities,
                forbidden,
                rat,
                defaultDpAddress,
                rootDsAddress,
                testProfileSupport,
                lpaBlockedWhileKeysRemain);
    }

    /** The same with a default SM-DP+ address. */
    public EuiccConfiguration withDefaultDpAddress(String address) {
        return new EuiccConfiguration(
                eid,
                ciCertificates,
                credentials,
                svn,
                profileVersion,
                memory,
                capabilities,
                forbiddenProfilePolicyRules,
                rulesAuthorisationTable,
                Optional.of(address),
                rootDsAddress,
                testProfileSupport,
                lpaBlockedWhileKeysRemain);
    }

    /** The same with or without Test Profiles. */
    public EuiccConfiguration withTestProfileSupport(boolean supported) {
        return new EuiccConfiguration(
                eid,
                ciCertificates,
                credentials,
                svn,
                profileVersion,
                memory,
                capabilities,
                forbiddenProfilePolicyRules,
                rulesAuthorisationTable,
                defaultDpAddress,
                rootDsAddress,
                supported,
                lpaBlockedWhileKeysRemain);
    }

    /** The same with or without an LPA that waits until no preloaded key remains. */
    public EuiccConfiguration withLpaBlockedWhileKeysRemain(boolean blocked) {
        return new EuiccConfiguration(
                eid,
                ciCertificates,
                credentials,
                svn,
                profileVersion,
                memory,
                capabilities,
                forbiddenProfilePolicyRules,
                rulesAuthorisationTable,
                defaultDpAddress,
                rootDsAddress,
                testProfileSupport,
                blocked);
    }

    /** What it signs with under that CI key. */
    public Optional<EuiccCredentials> credentials(SubjectKeyIdentifier id) {
        return credentials.stream().filter(own -> own.euiccCiPKId().equals(id)).findFirst();
    }
}
