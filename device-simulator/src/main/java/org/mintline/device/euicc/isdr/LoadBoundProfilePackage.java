package org.mintline.device.euicc.isdr;

import java.util.Optional;
import org.mintline.device.euicc.profile.EuiccResponse;
import org.mintline.device.euicc.state.BegunInstallation;
import org.mintline.device.euicc.state.ProfileSlot;
import org.mintline.rsp.data.BppCommandId;
import org.mintline.rsp.data.ErrorReason;
import org.mintline.rsp.data.FinalResult;
import org.mintline.rsp.data.NotificationEvent;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.es8plus.InitialiseSecureChannelRequest;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.Tlv;

/**
 * ES10b.LoadBoundProfilePackage (SGP.22 v2.5, clause 5.7.6): takes a bound profile package piece by piece, in the order and in the
 * pieces of clause 2.5.5. Nothing of the profile is there before the last piece; then all of it is.
 */
final class LoadBoundProfilePackage {
    private final Card card;
    private final RspSession session;
    private final Notifications notifications;
    private final PackagePieces pieces;
    private ProfileLoading loading;
    private SecureChannel channel;
    private Optional<StoreMetadataRequest> metadata = Optional.empty();

    /**
     * Begins with the first piece.
     *
     * @param first tag and length of the package, and InitialiseSecureChannelRequest
     */
    LoadBoundProfilePackage(Card card, RspSession session, Notifications notifications, byte[] first) {
        this.card = card;
        this.session = session;
        this.notifications = notifications;
        this.pieces = new PackagePieces(first);
    }

    /** Whether a piece is the first of a bound profile package. */
    static boolean isFirstPiece(byte[] piece) {
        return PackagePieces.isFirst(piece);
    }

    /**
     * Takes the piece given to the constructor.
     *
     * @return the result if it ends here
     */
    Optional<ProfileInstallationResult> start() {
        return guarded(() -> {
            InitialiseSecureChannelRequest request = pieces.initialiseSecureChannel();
            failOnPurpose(BppCommandId.INITIALISE_SECURE_CHANNEL);
            channel = SecureChannel.open(card, session, request);
            prepared().key().begin(request);
            loading = new ProfileLoading(card, prepared().smdpOid());
            noteBeginning();
            return Optional.empty();
        });
    }

    /**
     * Takes the next piece.
     *
     * @return the result if it ends here
     */
    Optional<ProfileInstallationResult> next(byte[] piece) {
        return guarded(() -> {
            PackagePieces.Piece next = pieces.next(piece);
            carryOut(next);
            return pieces.isComplete() ? Optional.of(succeed()) : Optional.empty();
        });
    }

    private void carryOut(PackagePieces.Piece piece) {
        failOnPurpose(piece.command());
        switch (piece.kind()) {
            case CONFIGURE_ISDP -> {
                for (Tlv segment : piece.element().children()) {
                    loading.configureIsdp(channel.decrypt(piece.command(), 0x87, segment.encoded()));
                }
            }
            case METADATA -> {
                loading.storeMetadata(channel.verify(piece.command(), 0x88, piece.bytes()));
                if (piece.isLastOfSequence()) {
                    metadata = Optional.of(loading.finishMetadata());
                    noteBeginning();
                }
            }
            case REPLACE_SESSION_KEYS -> {
                for (Tlv segment : piece.element().children()) {
                    loading.replaceSessionKeys(channel.decrypt(piece.command(), 0x87, segment.encoded()), channel);
                }
            }
            case PROFILE_ELEMENTS -> loading.loadProfileElements(channel.decrypt(piece.command(), 0x86, piece.bytes()));
            case HEADER -> {
                // announces how many bytes follow; PackagePieces has noted it
            }
        }
    }

    /** So that a cut of the power leaves a trace from which the result is made at the next start. */
    private void noteBeginning() {
        RspSession.Prepared prepared = prepared();
        card.state()
                .setBegunInstallation(Optional.of(new BegunInstallation(
                        prepared.transactionId(),
                        prepared.smdpOid(),
                        prepared.notificationAddress(),
                        prepared.credentials().euiccCiPKId(),
                        metadata.map(StoreMetadataRequest::encoded))));
        card.commit();
    }

    private ProfileInstallationResult succeed() {
        ProfileSlot slot = loading.finish();
        card.state().add(slot);
        prepared().key().succeed();
        FinalResult result = new FinalResult.SuccessResult(
                slot.isdpAid(), loading.response(false).encoded());
        ProfileInstallationResult notification = end(result);
        notifications.addExcept(
                slot,
                NotificationEvent.NOTIFICATION_INSTALL,
                notification.notificationMetadata().notificationAddress());
        session.end();
        card.commit();
        return notification;
    }

    private ProfileInstallationResult fail(InstallationFailedException failure) {
        Optional<byte[]> response = Optional.ofNullable(loading)
                .filter(begun -> failure.command() == BppCommandId.LOAD_PROFILE_ELEMENTS)
                .map(begun -> begun.response(true))
                .map(EuiccResponse::encoded);
        prepared().key().fail(failure);
        ProfileInstallationResult notification =
                end(new FinalResult.ErrorResult(failure.command(), failure.reason(), response));
        session.end();
        card.commit();
        return notification;
    }

    private ProfileInstallationResult end(FinalResult result) {
        RspSession.Prepared prepared = prepared();
        card.state().setBegunInstallation(Optional.empty());
        return notifications.addInstallationResult(
                new Notifications.Installation(
                        prepared.transactionId(),
                        Optional.of(prepared.smdpOid()),
                        prepared.notificationAddress(),
                        metadata.map(StoreMetadataRequest::iccid),
                        prepared.credentials()),
                result);
    }

    private RspSession.Prepared prepared() {
        return session.prepared().orElseThrow();
    }

    private void failOnPurpose(BppCommandId command) {
        card.faults()
                .errorReason()
                .filter(reason -> commandOf(reason) == command)
                .ifPresent(reason -> {
                    throw new InstallationFailedException(command, reason);
                });
    }

    /** At which command a card would find out. */
    private static BppCommandId commandOf(ErrorReason reason) {
        return switch (reason) {
            case INVALID_SIGNATURE, INVALID_TRANSACTION_ID, UNSUPPORTED_CRT_VALUES, UNSUPPORTED_REMOTE_OPERATION_TYPE ->
                BppCommandId.INITIALISE_SECURE_CHANNEL;
            case INCORRECT_INPUT_VALUES,
                    UNSUPPORTED_PROFILE_CLASS,
                    PPR_NOT_ALLOWED,
                    INSTALL_FAILED_DUE_TO_ICCID_ALREADY_EXISTS_ON_EUICC -> BppCommandId.STORE_METADATA;
            case SCP03T_STRUCTURE_ERROR, SCP03T_SECURITY_ERROR -> BppCommandId.CONFIGURE_ISDP;
            default -> BppCommandId.LOAD_PROFILE_ELEMENTS;
        };
    }

    private Optional<ProfileInstallationResult> guarded(Step step) {
        try {
            return step.run();
        } catch (InstallationFailedException e) {
            return Optional.of(fail(e));
        } catch (DecodeException e) {
            return Optional.of(
                    fail(new InstallationFailedException(pieces.command(), ErrorReason.SCP03T_STRUCTURE_ERROR)));
        }
    }

    private interface Step {
        Optional<ProfileInstallationResult> run();
    }
}
