package org.mintline.device.euicc.isdr;

import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import org.mintline.device.euicc.configuration.EuiccCredentials;
import org.mintline.device.euicc.state.PreloadedOneTimeKey;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.factory.DeleteUnusedKeysResponse;
import org.mintline.rsp.factory.DeletedKeysSigned;
import org.mintline.rsp.factory.PreloadedKey;
import org.mintline.rsp.factory.PreloadedKeys;
import org.mintline.rsp.factory.PreloadedKeysSigned;
import org.mintline.rsp.identification.TransactionId;

/** The one-time keys that the card leaves its maker with: how they get in, and how those that nobody used are erased. */
public final class KeyPreloading {
    /** What one list of deleted keys can name. */
    private static final int MAXIMUM_REMEMBERED = 1024;

    private final Card card;

    /** @param card whose keys */
    public KeyPreloading(Card card) {
        this.card = card;
    }

    /**
     * Makes keys until so many wait unused under one CI key, and exports all that do. Whoever loses the export asks again and gets the
     * same keys. It is the maker's door, not a function of ES10.
     *
     * @param count 0 to 256
     * @param credentials one of the card's own; the keys are on the curve of its certificate
     * @throws IllegalArgumentException if the count is out of range
     * @throws IllegalStateException if the card had more than 1,024 keys in its life, spent ones included
     */
    public PreloadedKeys preload(int count, EuiccCredentials credentials) {
        if (count < 0 || count > PreloadedKeysSigned.MAXIMUM_KEYS) {
            throw new IllegalArgumentException("0 to " + PreloadedKeysSigned.MAXIMUM_KEYS + " keys are preloaded");
        }
        int missing = count - unused(credentials).size();
        if (missing > MAXIMUM_REMEMBERED - card.state().preloadedKeys().size()) {
            throw new IllegalStateException("the eUICC takes no more preloaded keys in its life");
        }
        EllipticCurve curve =
                RspCertificate.decode(credentials.euiccCertificate()).curve();
        for (int i = 0; i < missing; i++) {
            card.state().put(generate(curve, credentials));
        }
        card.commit();
        PreloadedKeysSigned signed = PreloadedKeysSigned.of(
                card.configuration().eid(), new EuiccData(card).euiccInfo2(), unused(credentials));
        return new PreloadedKeys(
                signed,
                sign(credentials, signed.encoded()),
                credentials.euiccCertificate(),
                credentials.eumCertificate());
    }

    /** ES10f.DeleteUnusedKeys, of our own format. */
    DeleteUnusedKeysResponse deleteUnusedKeys() {
        card.state().availableKeys().stream()
                .map(key -> new PreloadedOneTimeKey.Spent(key.keyIdentifier(), true))
                .forEach(card.state()::put);
        card.commit();
        List<TransactionId> deleted = card.state().preloadedKeys().stream()
                .filter(key -> key instanceof PreloadedOneTimeKey.Spent spent && spent.deleted())
                .map(PreloadedOneTimeKey::keyIdentifier)
                .toList();
        EuiccCredentials credentials = card.configuration().credentials().get(0);
        DeletedKeysSigned signed = DeletedKeysSigned.of(card.configuration().eid(), deleted);
        return new DeleteUnusedKeysResponse(
                signed,
                sign(credentials, signed.encoded()),
                credentials.euiccCertificate(),
                credentials.eumCertificate());
    }

    private PreloadedOneTimeKey generate(EllipticCurve curve, EuiccCredentials credentials) {
        KeyPair pair = card.cryptography().generateKeyPair(curve);
        return new PreloadedOneTimeKey.Available(
                TransactionId.of(card.cryptography().randomness().octets(PreloadedKey.IDENTIFIER_LENGTH)),
                credentials.euiccCiPKId(),
                Cryptography.encodePoint(pair.getPublic()),
                pair.getPrivate(),
                Optional.empty());
    }

    private List<PreloadedKey> unused(EuiccCredentials credentials) {
        return card.state().availableKeys().stream()
                .filter(key -> key.euiccCiPKId().equals(credentials.euiccCiPKId())
                        && key.begunWith().isEmpty())
                .map(key -> new PreloadedKey(key.keyIdentifier(), key.otpk()))
                .toList();
    }

    private EcdsaSignature sign(EuiccCredentials credentials, byte[] encoded) {
        return new EcdsaSignature(card.cryptography().sign(credentials.skEuicc(), encoded));
    }
}
