package org.mintline.rsp.certificate;

import org.bouncycastle.asn1.x500.X500Name;

/**
 * A distinguished name whose attributes were all read; the library reads them late, and fails late where they are malformed.
 *
 * @param name for comparison by the rules of RFC 5280, clause 7.1
 * @param text in the form of RFC 4519, for people
 */
record DistinguishedName(X500Name name, String text) {
    static DistinguishedName of(X500Name name) {
        return new DistinguishedName(name, name.toString());
    }
}
