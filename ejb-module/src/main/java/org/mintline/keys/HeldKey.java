package org.mintline.keys;

import java.security.cert.X509Certificate;
import java.util.List;
import org.mintline.rsp.crypto.Signer;

/**
 * A private key with its certificates, as it was found.
 *
 * @param source where it was found, for people
 * @param chain its certificate first, its issuers behind
 * @param signer signs with it, in software or in a token
 */
record HeldKey(String source, List<X509Certificate> chain, Signer signer) {
    X509Certificate certificate() {
        return chain.get(0);
    }

    @Override
    public String toString() {
        return source;
    }
}
