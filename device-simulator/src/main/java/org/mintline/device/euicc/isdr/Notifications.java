package org.mintline.device.euicc.isdr;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mintline.device.euicc.configuration.EuiccCredentials;
import org.mintline.device.euicc.configuration.Faults.Fault;
import org.mintline.device.euicc.state.ProfileSlot;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.data.FinalResult;
import org.mintline.rsp.data.NotificationConfigurationInformation;
import org.mintline.rsp.data.NotificationEvent;
import org.mintline.rsp.data.NotificationMetadata;
import org.mintline.rsp.data.OtherSignedNotification;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.data.ProfileInstallationResultData;
import org.mintline.rsp.es10.DeleteNotificationStatus;
import org.mintline.rsp.es10.NotificationsListResultError;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.ObjectIdentifier;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.NamedBit;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/** Makes notifications and hands them out: ES10b.ListNotification, RetrieveNotificationsList, RemoveNotificationFromList. */
final class Notifications {
    private static final int LIST = 0xBF28;
    private static final int RETRIEVE = 0xBF2B;
    private static final int REMOVE = 0xBF30;

    private final Card card;

    Notifications(Card card) {
        this.card = card;
    }

    /**
     * What a ProfileInstallationResult says beside the result itself.
     *
     * @param transactionId the session
     * @param smdpOid of CERT.DPpb, if that was known
     * @param notificationAddress the SM-DP+
     * @param iccid of the profile, if that was known
     * @param credentials what it is signed with
     */
    record Installation(
            TransactionId transactionId,
            Optional<ObjectIdentifier> smdpOid,
            String notificationAddress,
            Optional<Iccid> iccid,
            EuiccCredentials credentials) {}

    /** Makes the result of an installation; the caller commits (SGP.22 v2.5, clause 2.5.6). */
    ProfileInstallationResult addInstallationResult(Installation installation, FinalResult result) {
        NotificationMetadata metadata = NotificationMetadata.of(
                card.state().nextSequenceNumber(),
                NotificationEvent.NOTIFICATION_INSTALL,
                installation.notificationAddress(),
                installation.iccid());
        ProfileInstallationResultData data = ProfileInstallationResultData.of(
                installation.transactionId(), metadata, installation.smdpOid(), result);
        EcdsaSignature signature = card.sign(installation.credentials(), Fault.EUICC_SIGN_PIR, data.encoded());
        ProfileInstallationResult notification = ProfileInstallationResult.of(data, signature);
        card.state().add(notification);
        return notification;
    }

    /** Makes the notifications that the profile's metadata ask for; the caller commits (clause 3.5). */
    void add(ProfileSlot slot, NotificationEvent event) {
        addExcept(slot, event, "");
    }

    /** The same, but for one address that learns it otherwise. */
    void addExcept(ProfileSlot slot, NotificationEvent event, String address) {
        for (NotificationConfigurationInformation wanted : slot.metadata().notificationConfigurationInfo()) {
            if (wanted.profileManagementOperation().contains(event)
                    && !wanted.notificationAddress().equalsIgnoreCase(address)) {
                addOther(event, wanted.notificationAddress(), slot.iccid());
            }
        }
    }

    private void addOther(NotificationEvent event, String address, Iccid iccid) {
        EuiccCredentials credentials = card.configuration().credentials().get(0);
        NotificationMetadata metadata =
                NotificationMetadata.of(card.state().nextSequenceNumber(), event, address, Optional.of(iccid));
        EcdsaSignature signature = card.sign(credentials, Fault.EUICC_NOTIFICATION_SIGNATURE, metadata.encoded());
        card.state()
                .add(OtherSignedNotification.of(
                        metadata, signature, credentials.euiccCertificate(), credentials.eumCertificate()));
    }

    /** ES10b.ListNotification (clause 5.7.9). */
    byte[] listNotification(Tlv request) {
        Set<NotificationEvent> events = request.child(0x81)
                .map(filter -> NamedBit.decode(NotificationEvent.class, filter))
                .orElse(Set.of(NotificationEvent.values()));
        List<byte[]> metadata = card.state().notifications().stream()
                .map(PendingNotification::notificationMetadata)
                .filter(m -> events.contains(m.profileManagementOperation()))
                .map(NotificationMetadata::encoded)
                .toList();
        return Tlv.encode(LIST, new TlvWriter().allEncoded(metadata).wrap(0xA0));
    }

    /** ES10b.RetrieveNotificationsList (clause 5.7.10). */
    byte[] retrieveNotificationsList(Tlv request) {
        Optional<Tlv> criteria =
                request.child(0xA0).flatMap(choice -> choice.children().stream().findFirst());
        List<byte[]> found = card.state().notifications().stream()
                .filter(n ->
                        criteria.map(c -> fits(n.notificationMetadata(), c)).orElse(true))
                .map(PendingNotification::encoded)
                .toList();
        if (found.isEmpty() && criteria.isPresent()) {
            return new TlvWriter()
                    .number(0x81, NotificationsListResultError.NO_RESULT_AVAILABLE)
                    .wrap(RETRIEVE);
        }
        return Tlv.encode(RETRIEVE, new TlvWriter().allEncoded(found).wrap(0xA0));
    }

    /** ES10b.RemoveNotificationFromList (clause 5.7.11). */
    byte[] removeNotificationFromList(Tlv request) {
        long number = request.reader().require(0x80, "seqNumber").longInteger();
        boolean removed = card.state().removeNotification(number);
        if (removed) {
            card.commit();
        }
        return new TlvWriter()
                .number(0x80, removed ? DeleteNotificationStatus.OK : DeleteNotificationStatus.NOTHING_TO_DELETE)
                .wrap(REMOVE);
    }

    private static boolean fits(NotificationMetadata metadata, Tlv criterion) {
        return switch (criterion.tag()) {
            case 0x80 -> metadata.seqNumber() == criterion.longInteger();
            case 0x81 ->
                NamedBit.decode(NotificationEvent.class, criterion).contains(metadata.profileManagementOperation());
            default -> false;
        };
    }
}
