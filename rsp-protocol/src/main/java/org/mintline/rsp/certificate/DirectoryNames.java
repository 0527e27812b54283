package org.mintline.rsp.certificate;

import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.X500Name;

/** Reads attributes of distinguished names. */
final class DirectoryNames {
    private DirectoryNames() {}

    /** The texts of all attributes of a type, in the order given. */
    static List<String> all(X500Name name, ASN1ObjectIdentifier type) {
        return Stream.of(name.getRDNs(type))
                .flatMap(r -> Stream.of(r.getTypesAndValues()))
                .filter(a -> a.getType().equals(type) && a.getValue() instanceof ASN1String)
                .map(a -> ((ASN1String) a.getValue()).getString())
                .toList();
    }

    /** The text of the first attribute of a type, or null. */
    static String first(X500Name name, ASN1ObjectIdentifier type) {
        return all(name, type).stream().findFirst().orElse(null);
    }
}
