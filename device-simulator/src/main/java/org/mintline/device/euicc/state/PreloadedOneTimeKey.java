package org.mintline.device.euicc.state;

import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Optional;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.identification.TransactionId;

/**
 * A one-time key that the card left its maker with. Its secret is there as long as it is {@link Available}; a {@link Spent} one is
 * remembered by its identifier, so that a package that comes too late can be told from one for another card.
 */
public sealed interface PreloadedOneTimeKey {
    /** The key identifier, 16 bytes. */
    TransactionId keyIdentifier();

    /**
     * One that has come to no end.
     *
     * @param euiccCiPKId the CI key under which the card signed it
     * @param otpk otPK.EUICC.ECKA, 65 bytes
     * @param otsk otSK.EUICC.ECKA
     * @param begunWith SHA-256 of the InitialiseSecureChannelRequest with which an installation was begun: from then on, the key is
     *     for that package alone
     */
    record Available(
            TransactionId keyIdentifier,
            SubjectKeyIdentifier euiccCiPKId,
            byte[] otpk,
            PrivateKey otsk,
            Optional<byte[]> begunWith)
            implements PreloadedOneTimeKey {
        /** Whether it may serve the package with that InitialiseSecureChannelRequest, given by its SHA-256. */
        public boolean isFor(byte[] digest) {
            return begunWith.map(begun -> Arrays.equals(begun, digest)).orElse(true);
        }

        /** The same, kept for one package. */
        public Available begin(byte[] digest) {
            return new Available(keyIdentifier, euiccCiPKId, otpk, otsk, Optional.of(digest));
        }

        /** Says nothing of the key. */
        @Override
        public String toString() {
            return "Available[" + keyIdentifier + "]";
        }
    }

    /**
     * One whose secret is erased.
     *
     * @param deleted whether it was deleted unused; if not, an installation with it succeeded, or failed for good
     */
    record Spent(TransactionId keyIdentifier, boolean deleted) implements PreloadedOneTimeKey {}
}
