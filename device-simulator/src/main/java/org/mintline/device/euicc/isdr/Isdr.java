package org.mintline.device.euicc.isdr;

import java.util.Optional;
import java.util.Set;
import org.mintline.device.euicc.configuration.EuiccCredentials;
import org.mintline.device.euicc.state.BegunInstallation;
import org.mintline.device.euicc.status.CardException;
import org.mintline.device.euicc.status.StatusWord;
import org.mintline.rsp.data.BppCommandId;
import org.mintline.rsp.data.ErrorReason;
import org.mintline.rsp.data.FinalResult;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.es10.AuthenticateServerRequest;
import org.mintline.rsp.es10.CancelSessionRequest;
import org.mintline.rsp.es10.PrepareDownloadRequest;
import org.mintline.rsp.factory.DeleteUnusedKeysRequest;
import org.mintline.rsp.factory.PrepareFactoryDownloadRequest;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/** The ISD-R: gives each request to its function (SGP.22 v2.5, clause 5.7.2). */
public final class Isdr {
    private static final int CHALLENGE_LENGTH = 16;
    private static final int GET_EUICC_CHALLENGE = 0xBF2E;
    private static final byte PRIVATE_CLASS = (byte) 0xFF;

    /** Download over ES9+, profile management and settings; not what tells of the card, authenticates or delivers notifications. */
    private static final Set<Integer> SERVICES_OF_LPA =
            Set.of(PrepareDownloadRequest.TAG, 0xBF31, 0xBF32, 0xBF33, 0xBF34, 0xBF29, 0xBF3F);

    private final Card card;
    private final RspSession session = new RspSession();
    private final EuiccData data;
    private final Notifications notifications;
    private final ProfileManagement profiles;
    private final ProfilesInfo profilesInfo;
    private LoadBoundProfilePackage loading;

    /** Starts the ISD-R of a card; an installation that the power cut gets its result now. */
    public Isdr(Card card) {
        this.card = card;
        this.data = new EuiccData(card);
        this.notifications = new Notifications(card);
        this.profiles = new ProfileManagement(card, notifications);
        this.profilesInfo = new ProfilesInfo(card);
        card.state().begunInstallation().ifPresent(this::reportInterruption);
    }

    /** Forgets the session, as a reset of the card does; an installation under way ends with it. */
    public void reset() {
        loading = null;
        session.end();
        card.state().begunInstallation().ifPresent(this::reportInterruption);
    }

    /**
     * Carries out a request.
     *
     * @param request the data of one run of STORE DATA
     * @return the response data object; empty between the pieces of a bound profile package
     * @throws CardException if the request is not understood
     */
    public byte[] process(byte[] request) {
        try {
            if (loading != null && isEs10f(request)) {
                reset();
            }
            if (LoadBoundProfilePackage.isFirstPiece(request)) {
                return startLoading(request);
            }
            if (loading != null) {
                return answer(loading.next(request));
            }
            return function(Tlv.decode(request, DecodeLimits.MESSAGE));
        } catch (DecodeException e) {
            throw new CardException(StatusWord.WRONG_DATA);
        }
    }

    /** Tells a request of ES10f from all pieces of a bound profile package: it gives up the installation under way. */
    private static boolean isEs10f(byte[] request) {
        return request.length > 0 && request[0] == PRIVATE_CLASS;
    }

    private byte[] function(Tlv request) {
        if (isBlocked(request.tag())) {
            throw new CardException(StatusWord.CONDITIONS_NOT_SATISFIED);
        }
        return switch (request.tag()) {
            case 0xBF20 -> data.euiccInfo1().encoded();
            case 0xBF22 -> data.euiccInfo2().encoded();
            case GET_EUICC_CHALLENGE -> getEuiccChallenge();
            case AuthenticateServerRequest.TAG ->
                new AuthenticateServer(card, session, data)
                        .authenticateServer(AuthenticateServerRequest.decode(request))
                        .encoded();
            case PrepareDownloadRequest.TAG ->
                new PrepareDownload(card, session)
                        .prepareDownload(PrepareDownloadRequest.decode(request))
                        .encoded();
            case CancelSessionRequest.TAG ->
                new CancelSession(card, session)
                        .cancelSession(CancelSessionRequest.decode(request))
                        .encoded();
            case PrepareFactoryDownloadRequest.TAG ->
                new PrepareFactoryDownload(card, session)
                        .prepareFactoryDownload(PrepareFactoryDownloadRequest.decode(request))
                        .encoded();
            case DeleteUnusedKeysRequest.TAG -> deleteUnusedKeys(request);
            case 0xBF28 -> notifications.listNotification(request);
            case 0xBF2B -> notifications.retrieveNotificationsList(request);
            case 0xBF30 -> notifications.removeNotificationFromList(request);
            case 0xBF2D -> profilesInfo.profilesInfo(request);
            case 0xBF31 -> profiles.enableProfile(request);
            case 0xBF32 -> profiles.disableProfile(request);
            case 0xBF33 -> profiles.deleteProfile(request);
            case 0xBF34 -> profiles.memoryReset(request);
            case 0xBF29 -> profiles.setNickname(request);
            case 0xBF3C -> data.configuredAddresses();
            case 0xBF3F -> data.setDefaultDpAddress(request);
            case 0xBF3E -> data.eid();
            case 0xBF43 -> data.rat();
            default -> throw new CardException(StatusWord.REFERENCED_DATA_NOT_FOUND);
        };
    }

    /** Whether a service of the LPA waits for the end of the factory (EUICCF04 of SGP.41). */
    private boolean isBlocked(int tag) {
        return SERVICES_OF_LPA.contains(tag)
                && card.configuration().lpaBlockedWhileKeysRemain()
                && !card.state().availableKeys().isEmpty();
    }

    private byte[] deleteUnusedKeys(Tlv request) {
        DeleteUnusedKeysRequest.decode(request);
        session.end();
        return new KeyPreloading(card).deleteUnusedKeys().encoded();
    }

    /** ES10b.GetEUICCChallenge (clause 5.7.7). */
    private byte[] getEuiccChallenge() {
        byte[] challenge = card.cryptography().randomness().octets(CHALLENGE_LENGTH);
        session.begin(challenge);
        return new TlvWriter().octets(0x80, challenge).wrap(GET_EUICC_CHALLENGE);
    }

    private byte[] startLoading(byte[] first) {
        if (session.prepared().isEmpty()) {
            throw new CardException(StatusWord.CONDITIONS_NOT_SATISFIED);
        }
        loading = new LoadBoundProfilePackage(card, session, notifications, first);
        return answer(loading.start());
    }

    private byte[] answer(Optional<ProfileInstallationResult> result) {
        if (result.isEmpty()) {
            return new byte[0];
        }
        loading = null;
        return result.get().encoded();
    }

    private void reportInterruption(BegunInstallation begun) {
        EuiccCredentials credentials = card.configuration()
                .credentials(begun.euiccCiPKId())
                .orElseGet(() -> card.configuration().credentials().get(0));
        Optional<StoreMetadataRequest> metadata = begun.metadata().map(StoreMetadataRequest::decode);
        BppCommandId command = metadata.isPresent() ? BppCommandId.LOAD_PROFILE_ELEMENTS : BppCommandId.CONFIGURE_ISDP;
        card.state().setBegunInstallation(Optional.empty());
        notifications.addInstallationResult(
                new Notifications.Installation(
                        begun.transactionId(),
                        Optional.of(begun.smdpOid()),
                        begun.notificationAddress(),
                        metadata.map(StoreMetadataRequest::iccid),
                        credentials),
                new FinalResult.ErrorResult(command, ErrorReason.INSTALL_FAILED_DUE_TO_INTERRUPTION, Optional.empty()));
        card.commit();
    }
}
