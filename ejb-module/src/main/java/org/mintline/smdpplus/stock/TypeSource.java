package org.mintline.smdpplus.stock;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mintline.rsp.profilepackage.ProfileElement;
import org.mintline.rsp.profilepackage.ProfilePackage;
import org.mintline.rsp.profilepackage.check.Finding;
import org.mintline.rsp.profilepackage.check.PackageCheck;
import org.mintline.rsp.profilepackage.schema.Node;
import org.mintline.rsp.profilepackage.template.TemplateCompiler;
import org.mintline.rsp.profilepackage.template.TemplateException;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.smdpplus.ProfileTypes;
import org.mintline.smdpplus.profile.PackageRequirements;
import org.mintline.smdpplus.profile.ProfileTypePackage.SourceFormat;

/** The package that a profile type is made from: read or compiled, and checked. */
record TypeSource(ProfilePackage profilePackage, byte[] encoded) {
    private static final int FINDINGS_TOLD = 20;

    /**
     * Reads a source.
     *
     * @throws ProfileTypes.RefusedException if it is no package, or one that an eUICC would refuse
     */
    static TypeSource read(SourceFormat format, byte[] source) {
        try {
            ProfilePackage profilePackage =
                    switch (format) {
                        case PACKAGE -> ProfilePackage.decode(source);
                        case TEMPLATE -> TemplateCompiler.compile(text(source));
                    };
            List<Finding> findings = PackageCheck.findings(profilePackage);
            if (!PackageCheck.isSound(findings)) {
                throw new ProfileTypes.RefusedException(findings.stream()
                        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                        .limit(FINDINGS_TOLD)
                        .map(Finding::toString)
                        .toList());
            }
            return new TypeSource(profilePackage, profilePackage.encoded());
        } catch (DecodeException | TemplateException e) {
            throw new ProfileTypes.RefusedException(List.of(e.getMessage()));
        }
    }

    private static String text(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProfileTypes.RefusedException(List.of("the template is not UTF-8"));
        }
    }

    /** What its header asks of an eUICC; the memory for its files is at least what the package itself takes. */
    PackageRequirements requirements() {
        Node header = profilePackage
                .first("header")
                .map(ProfileElement::node)
                .orElseThrow(() -> new ProfileTypes.RefusedException(List.of("the package has no header")));
        Set<String> services = header.child("eUICC-Mandatory-services").stream()
                .flatMap(list -> list.children().stream())
                .map(Node::name)
                .collect(Collectors.toUnmodifiableSet());
        return new PackageRequirements(
                services,
                header.child("major-version").map(Node::integer).orElse(0),
                header.child("minor-version").map(Node::integer).orElse(0),
                encoded.length);
    }
}
