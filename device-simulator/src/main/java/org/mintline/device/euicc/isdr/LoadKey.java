package org.mintline.device.euicc.isdr;

import java.security.PrivateKey;
import org.mintline.device.euicc.state.EuiccState;
import org.mintline.device.euicc.state.OneTimeKey;
import org.mintline.device.euicc.state.PreloadedOneTimeKey;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.data.BppCommandId;
import org.mintline.rsp.data.ErrorReason;
import org.mintline.rsp.es8plus.InitialiseSecureChannelRequest;
import org.mintline.rsp.identification.TransactionId;

/** The one-time key pair of a load session, and what an installation makes of it. The caller commits. */
sealed interface LoadKey {
    /** otPK.EUICC.ECKA, 65 bytes. */
    byte[] otpk();

    /** otSK.EUICC.ECKA. */
    PrivateKey otsk();

    /**
     * An installation begins.
     *
     * @param genuine its signature is verified
     * @throws InstallationFailedException if the key is for another package
     */
    void begin(InitialiseSecureChannelRequest genuine);

    /** The profile is installed. */
    void succeed();

    /** The installation failed. */
    void fail(InstallationFailedException failure);

    /** A key of ES10b.PrepareDownload: kept until it is used up, for the SM-DP+ to ask for it again. */
    record OfSession(EuiccState state, OneTimeKey key) implements LoadKey {
        @Override
        public byte[] otpk() {
            return key.otpk();
        }

        @Override
        public PrivateKey otsk() {
            return key.otsk();
        }

        @Override
        public void begin(InitialiseSecureChannelRequest genuine) {
            // the session already ties it to one package
        }

        @Override
        public void succeed() {
            state.forget(key.otpk());
        }

        @Override
        public void fail(InstallationFailedException failure) {
            if (!failure.reason().isTemporary()) {
                state.forget(key.otpk());
            }
        }
    }

    /**
     * A preloaded key. The first genuine InitialiseSecureChannel ties it to its package. Success, and any failure behind that which is
     * not temporary, is its end; what fails before was not shown to come from the SM-DP+ and ends nothing.
     */
    record Preloaded(EuiccState state, TransactionId keyIdentifier) implements LoadKey {
        @Override
        public byte[] otpk() {
            return available().otpk();
        }

        @Override
        public PrivateKey otsk() {
            return available().otsk();
        }

        @Override
        public void begin(InitialiseSecureChannelRequest genuine) {
            byte[] digest = Cryptography.sha256(genuine.encoded());
            PreloadedOneTimeKey.Available key = available();
            if (!key.isFor(digest)) {
                throw new InstallationFailedException(
                        BppCommandId.INITIALISE_SECURE_CHANNEL, ErrorReason.INVALID_TRANSACTION_ID);
            }
            state.put(key.begin(digest));
        }

        @Override
        public void succeed() {
            state.put(new PreloadedOneTimeKey.Spent(keyIdentifier, false));
        }

        @Override
        public void fail(InstallationFailedException failure) {
            boolean begun = failure.command() != BppCommandId.INITIALISE_SECURE_CHANNEL;
            if (begun && !failure.reason().isTemporary()) {
                state.put(new PreloadedOneTimeKey.Spent(keyIdentifier, false));
            }
        }

        /** A load session ends no later than its key. */
        private PreloadedOneTimeKey.Available available() {
            return state.preloadedKey(keyIdentifier)
                    .filter(PreloadedOneTimeKey.Available.class::isInstance)
                    .map(PreloadedOneTimeKey.Available.class::cast)
                    .orElseThrow();
        }
    }
}
