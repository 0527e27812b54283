package org.mintline.rsp.factory;

import java.util.List;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.EuiccInfo2;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.identification.Eid;

/**
 * Keys of which is certain that this eUICC holds the private halves: only {@link PreloadedKeysVerifier} makes these.
 *
 * @param eid the eUICC
 * @param euiccCiPKId the CI key at which its chain ends; CERT.DPpb must be under a CI key that it verifies with, on this curve
 * @param curve of the keys
 * @param euiccInfo2 what the eUICC is and can do
 * @param keys on the curve, each identifier once
 */
public record VerifiedPreloadedKeys(
        Eid eid,
        SubjectKeyIdentifier euiccCiPKId,
        EllipticCurve curve,
        EuiccInfo2 euiccInfo2,
        List<PreloadedKey> keys) {}
