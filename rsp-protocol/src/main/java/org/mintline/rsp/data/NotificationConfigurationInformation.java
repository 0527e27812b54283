package org.mintline.rsp.data;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mintline.rsp.tlv.NamedBit;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * NotificationConfigurationInformation: where an eUICC sends notifications of a profile (SGP.22 v2.5, clause 2.4a.1.3).
 *
 * @param profileManagementOperation '80', of what
 * @param notificationAddress '81', the FQDN, at most 255 bytes
 */
public record NotificationConfigurationInformation(
        Set<NotificationEvent> profileManagementOperation, String notificationAddress) {
    static NotificationConfigurationInformation decode(Tlv tlv) {
        TlvReader reader =
                tlv.expect(0x30, "NotificationConfigurationInformation").reader();
        return new NotificationConfigurationInformation(
                NamedBit.decode(NotificationEvent.class, reader.require(0x80, "profileManagementOperation")),
                reader.require(0x81, "notificationAddress").utf8(255));
    }

    static List<NotificationConfigurationInformation> decodeList(Optional<Tlv> list) {
        return list.stream()
                .flatMap(l -> l.children().stream())
                .map(NotificationConfigurationInformation::decode)
                .toList();
    }

    static byte[] encodeList(int tag, List<NotificationConfigurationInformation> list) {
        return new TlvWriter()
                .allEncoded(list.stream()
                        .map(NotificationConfigurationInformation::encoded)
                        .toList())
                .wrap(tag);
    }

    private byte[] encoded() {
        return new TlvWriter()
                .bits(0x80, profileManagementOperation)
                .utf8(0x81, notificationAddress)
                .wrap(0x30);
    }
}
