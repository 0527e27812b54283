package org.mintline.rsp.certificate;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.mintline.rsp.tlv.DecodeException;

/**
 * Reads the EIDs that an EUM may issue for: from nameConstraints (SGP.22 v2, permitted directoryName with organization and
 * serialNumber) and from permittedEins (SGP.22 v3, a SEQUENCE OF PrintableString).
 */
final class PermittedEidsReader {
    /** The extension permittedEins. */
    static final ASN1ObjectIdentifier PERMITTED_EINS = new ASN1ObjectIdentifier("2.23.146.1.2.2.0");

    private PermittedEidsReader() {}

    static List<PermittedEids> read(Extensions extensions) {
        List<PermittedEids> permitted = new ArrayList<>();
        if (extensions.getExtension(Extension.nameConstraints) != null) {
            readNameConstraints(
                    NameConstraints.getInstance(extensions.getExtensionParsedValue(Extension.nameConstraints)),
                    permitted);
        }
        if (extensions.getExtension(PERMITTED_EINS) != null) {
            for (ASN1Encodable ein : ASN1Sequence.getInstance(extensions.getExtensionParsedValue(PERMITTED_EINS))) {
                permitted.add(permittedEids(((ASN1String) ein).getString(), null));
            }
        }
        return List.copyOf(permitted);
    }

    private static void readNameConstraints(NameConstraints constraints, List<PermittedEids> permitted) {
        GeneralSubtree[] subtrees = constraints.getPermittedSubtrees();
        if (subtrees == null) {
            return;
        }
        for (GeneralSubtree subtree : subtrees) {
            if (subtree.getBase().getTagNo() == GeneralName.directoryName) {
                X500Name name = X500Name.getInstance(subtree.getBase().getName());
                String ein = DirectoryNames.first(name, BCStyle.SERIALNUMBER);
                if (ein != null) {
                    permitted.add(permittedEids(ein, DirectoryNames.first(name, BCStyle.O)));
                }
            }
        }
    }

    private static PermittedEids permittedEids(String ein, String organization) {
        if (!ein.matches("[0-9]{1,32}")) {
            throw new DecodeException("permitted EIN", 0, "is no number of 1 to 32 digits");
        }
        return new PermittedEids(ein, organization);
    }
}
