package org.mintline.device.lpa;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.mintline.rsp.apdu.ApduChannel;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.Commands;
import org.mintline.rsp.apdu.ResponseApdu;
import org.mintline.rsp.data.EuiccInfo1;
import org.mintline.rsp.data.EuiccInfo2;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.data.ProfileInfo;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.data.RulesAuthorisationTable;
import org.mintline.rsp.es10.AuthenticateServerRequest;
import org.mintline.rsp.es10.AuthenticateServerResponse;
import org.mintline.rsp.es10.CancelSessionRequest;
import org.mintline.rsp.es10.CancelSessionResponse;
import org.mintline.rsp.es10.DeleteProfileRequest;
import org.mintline.rsp.es10.DeleteProfileResponse;
import org.mintline.rsp.es10.DeleteResult;
import org.mintline.rsp.es10.DisableProfileRequest;
import org.mintline.rsp.es10.DisableProfileResponse;
import org.mintline.rsp.es10.DisableResult;
import org.mintline.rsp.es10.EnableProfileRequest;
import org.mintline.rsp.es10.EnableProfileResponse;
import org.mintline.rsp.es10.EnableResult;
import org.mintline.rsp.es10.Es10Request;
import org.mintline.rsp.es10.EuiccConfiguredAddressesRequest;
import org.mintline.rsp.es10.EuiccConfiguredAddressesResponse;
import org.mintline.rsp.es10.EuiccMemoryResetRequest;
import org.mintline.rsp.es10.EuiccMemoryResetResponse;
import org.mintline.rsp.es10.GetEuiccChallengeRequest;
import org.mintline.rsp.es10.GetEuiccChallengeResponse;
import org.mintline.rsp.es10.GetEuiccDataRequest;
import org.mintline.rsp.es10.GetEuiccDataResponse;
import org.mintline.rsp.es10.GetEuiccInfo1Request;
import org.mintline.rsp.es10.GetEuiccInfo2Request;
import org.mintline.rsp.es10.GetRatRequest;
import org.mintline.rsp.es10.GetRatResponse;
import org.mintline.rsp.es10.LoadBoundProfilePackage;
import org.mintline.rsp.es10.NotificationSentRequest;
import org.mintline.rsp.es10.PrepareDownloadRequest;
import org.mintline.rsp.es10.PrepareDownloadResponse;
import org.mintline.rsp.es10.ProfileIdentifier;
import org.mintline.rsp.es10.ProfileInfoListRequest;
import org.mintline.rsp.es10.ProfileInfoListResponse;
import org.mintline.rsp.es10.ResetOption;
import org.mintline.rsp.es10.ResetResult;
import org.mintline.rsp.es10.RetrieveNotificationsListRequest;
import org.mintline.rsp.es10.RetrieveNotificationsListResponse;
import org.mintline.rsp.es10.SetDefaultDpAddressRequest;
import org.mintline.rsp.es10.SetNicknameRequest;
import org.mintline.rsp.es10.SetNicknameResponse;
import org.mintline.rsp.es10.SetNicknameResult;
import org.mintline.rsp.es8plus.BoundProfilePackage;
import org.mintline.rsp.factory.DeleteUnusedKeysRequest;
import org.mintline.rsp.factory.DeleteUnusedKeysResponse;
import org.mintline.rsp.factory.Es10fRequest;
import org.mintline.rsp.factory.PrepareFactoryDownloadRequest;
import org.mintline.rsp.factory.PrepareFactoryDownloadResponse;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.tlv.DecodeException;

/** ES10a, ES10b, ES10c and ES10f, a method a function, over one logical channel with the ISD-R selected (SGP.22 v2.5, clause 5.7). */
public final class Es10 implements AutoCloseable {
    private static final byte EID = 0x5A;

    private final UnaryOperator<byte[]> card;
    private final int number;
    private final ApduChannel channel;

    /**
     * Opens a logical channel and selects the ISD-R.
     *
     * @param card takes the bytes of a command and gives those of the response
     * @throws LpaException if the card has no free channel or no ISD-R
     */
    public Es10(UnaryOperator<byte[]> card) {
        this.card = card;
        ResponseApdu opened = new ApduChannel(card, 0).transmit(Commands.openChannel());
        if (!opened.isOk() || opened.data().length != 1) {
            throw new LpaException("the eUICC opens no logical channel: " + opened);
        }
        this.number = opened.data()[0];
        this.channel = new ApduChannel(card, number);
        ResponseApdu selected = channel.select(Commands.isdrAid());
        if (!selected.isOk()) {
            throw new LpaException("there is no ISD-R: " + selected);
        }
    }

    /** ES10b.GetEUICCInfo, EUICCInfo1. */
    public EuiccInfo1 getEuiccInfo1() {
        return EuiccInfo1.decode(call(new GetEuiccInfo1Request()));
    }

    /** ES10b.GetEUICCInfo, EUICCInfo2. */
    public EuiccInfo2 getEuiccInfo2() {
        return EuiccInfo2.decode(call(new GetEuiccInfo2Request()));
    }

    /** ES10b.GetEUICCChallenge: 16 bytes. */
    public byte[] getEuiccChallenge() {
        return GetEuiccChallengeResponse.decode(call(new GetEuiccChallengeRequest()))
                .euiccChallenge();
    }

    /** ES10b.AuthenticateServer. */
    public AuthenticateServerResponse authenticateServer(AuthenticateServerRequest request) {
        return AuthenticateServerResponse.decode(call(request));
    }

    /** ES10b.PrepareDownload. */
    public PrepareDownloadResponse prepareDownload(PrepareDownloadRequest request) {
        return PrepareDownloadResponse.decode(call(request));
    }

    /**
     * ES10b.LoadBoundProfilePackage: sends the commands until the eUICC gives its result.
     *
     * @throws LpaException if the eUICC gives none
     */
    public ProfileInstallationResult loadBoundProfilePackage(BoundProfilePackage boundProfilePackage) {
        Iterator<CommandApdu> commands =
                LoadBoundProfilePackage.commands(boundProfilePackage, number).iterator();
        while (commands.hasNext()) {
            CommandApdu command = commands.next();
            byte[] answer = answer(() -> channel.transmit(command));
            if (answer.length > 0) {
                return ProfileInstallationResult.decode(answer);
            }
        }
        throw new LpaException("the eUICC took the whole package and gives no result");
    }

    /** ES10b.CancelSession. */
    public CancelSessionResponse cancelSession(CancelSessionRequest request) {
        return CancelSessionResponse.decode(call(request));
    }

    /** ES10b.RetrieveNotificationsList, all of them, the oldest first. */
    public List<PendingNotification> retrieveNotificationsList() {
        RetrieveNotificationsListResponse response =
                RetrieveNotificationsListResponse.decode(call(new RetrieveNotificationsListRequest(Optional.empty())));
        return response instanceof RetrieveNotificationsListResponse.Ok ok ? ok.notificationList() : List.of();
    }

    /** ES10b.RemoveNotificationFromList. */
    public void removeNotificationFromList(long seqNumber) {
        call(new NotificationSentRequest(seqNumber));
    }

    /** ES10b.GetRAT. */
    public RulesAuthorisationTable getRat() {
        return GetRatResponse.decode(call(new GetRatRequest())).rat();
    }

    /** ES10a.GetEuiccConfiguredAddresses. */
    public EuiccConfiguredAddressesResponse getEuiccConfiguredAddresses() {
        return EuiccConfiguredAddressesResponse.decode(call(new EuiccConfiguredAddressesRequest()));
    }

    /** ES10a.SetDefaultDpAddress; an empty text clears it. */
    public void setDefaultDpAddress(String address) {
        call(new SetDefaultDpAddressRequest(address));
    }

    /** ES10c.GetEID. */
    public Eid getEid() {
        return GetEuiccDataResponse.decode(call(new GetEuiccDataRequest(EID))).eidValue();
    }

    /** ES10c.GetProfilesInfo, all profiles. */
    public List<ProfileInfo> getProfilesInfo() {
        ProfileInfoListResponse response =
                ProfileInfoListResponse.decode(call(new ProfileInfoListRequest(Optional.empty(), Optional.empty())));
        if (response instanceof ProfileInfoListResponse.Ok ok) {
            return ok.profileInfoListOk();
        }
        throw new LpaException("the eUICC does not list its profiles");
    }

    /** ES10c.EnableProfile. */
    public EnableResult enableProfile(Iccid iccid) {
        return EnableProfileResponse.decode(call(new EnableProfileRequest(new ProfileIdentifier.OfIccid(iccid), true)))
                .enableResult();
    }

    /** ES10c.DisableProfile. */
    public DisableResult disableProfile(Iccid iccid) {
        return DisableProfileResponse.decode(
                        call(new DisableProfileRequest(new ProfileIdentifier.OfIccid(iccid), true)))
                .disableResult();
    }

    /** ES10c.DeleteProfile. */
    public DeleteResult deleteProfile(Iccid iccid) {
        return DeleteProfileResponse.decode(call(new DeleteProfileRequest(new ProfileIdentifier.OfIccid(iccid))))
                .deleteResult();
    }

    /** ES10c.SetNickname. */
    public SetNicknameResult setNickname(Iccid iccid, String nickname) {
        return SetNicknameResponse.decode(call(new SetNicknameRequest(iccid, nickname)))
                .setNicknameResult();
    }

    /** ES10c.eUICCMemoryReset. */
    public ResetResult euiccMemoryReset(Set<ResetOption> options) {
        return EuiccMemoryResetResponse.decode(call(new EuiccMemoryResetRequest(options)))
                .resetResult();
    }

    /** ES10f.PrepareFactoryDownload, of our own format. */
    public PrepareFactoryDownloadResponse prepareFactoryDownload(PrepareFactoryDownloadRequest request) {
        return PrepareFactoryDownloadResponse.decode(call(request));
    }

    /** ES10f.DeleteUnusedKeys, of our own format. */
    public DeleteUnusedKeysResponse deleteUnusedKeys() {
        return DeleteUnusedKeysResponse.decode(call(new DeleteUnusedKeysRequest()));
    }

    /** Closes the logical channel. */
    @Override
    public void close() {
        new ApduChannel(card, 0).transmit(Commands.closeChannel(number));
    }

    private byte[] call(Es10Request request) {
        return answer(() -> channel.storeData(request.encoded()));
    }

    private byte[] call(Es10fRequest request) {
        return answer(() -> channel.storeData(request.encoded()));
    }

    private static byte[] answer(Supplier<ResponseApdu> exchange) {
        try {
            ResponseApdu response = exchange.get();
            if (!response.isOk()) {
                throw new LpaException("the eUICC refuses a request: " + response);
            }
            return response.data();
        } catch (DecodeException e) {
            throw new LpaException("the eUICC answers with what is no response: " + e.getMessage(), e);
        }
    }
}
