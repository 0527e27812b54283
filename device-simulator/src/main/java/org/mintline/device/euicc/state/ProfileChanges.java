package org.mintline.device.euicc.state;

import java.util.EnumSet;
import java.util.List;
import org.mintline.device.euicc.authentication.Authentication;
import org.mintline.device.euicc.filesystem.CardFile;
import org.mintline.device.euicc.filesystem.Directory;
import org.mintline.device.euicc.filesystem.ElementaryFile;
import org.mintline.device.euicc.filesystem.Pin;
import org.mintline.device.euicc.filesystem.Puk;
import org.mintline.device.euicc.profile.InstalledProfile;
import org.mintline.device.euicc.profile.ProfileInstallation;
import org.mintline.rsp.data.UiccCapability;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * What has changed in a profile since its installation: files, PINs, PUKs and sequence numbers. All are stored in the order in which
 * the package creates them, which is the same whenever it is built again.
 */
final class ProfileChanges {
    static final int TAG = 0xE6;

    private static final int FILE = 0xE7;
    private static final int PIN = 0xE8;
    private static final int PUK_TRIES = 0x81;
    private static final int SEQUENCE_NUMBERS = 0xE9;

    private ProfileChanges() {}

    static byte[] encode(InstalledProfile profile) {
        TlvWriter writer = new TlvWriter();
        encode(profile.masterFile(), writer);
        profile.puks().forEach(puk -> writer.integer(PUK_TRIES, puk.triesLeft()));
        for (Authentication authentication : profile.authentications()) {
            TlvWriter numbers = new TlvWriter();
            for (long number : authentication.sequenceNumbers().snapshot()) {
                numbers.integer(0x02, number);
            }
            writer.encoded(numbers.wrap(SEQUENCE_NUMBERS));
        }
        return writer.wrap(TAG);
    }

    /** Builds a profile from its package and applies the changes. */
    static InstalledProfile rebuild(byte[] profilePackage, Tlv changes) {
        ProfileInstallation installation =
                new ProfileInstallation(EnumSet.allOf(UiccCapability.class), Integer.MAX_VALUE, false);
        StateCodec.elements(profilePackage).forEach(installation::process);
        InstalledProfile profile = installation.result();
        TlvReader reader = changes.reader();
        apply(profile.masterFile(), reader);
        for (Puk puk : profile.puks()) {
            puk.restore(reader.require(PUK_TRIES, "tries of a PUK").integer());
        }
        for (Authentication authentication : profile.authentications()) {
            List<Tlv> numbers =
                    reader.require(SEQUENCE_NUMBERS, "sequence numbers").children();
            authentication
                    .sequenceNumbers()
                    .restore(numbers.stream().mapToLong(Tlv::longInteger).toArray());
        }
        reader.end();
        return profile;
    }

    private static void encode(Directory directory, TlvWriter writer) {
        for (Pin pin : directory.pins()) {
            writer.encoded(new TlvWriter()
                    .octets(0x80, pin.value())
                    .bool(0x81, pin.isEnabled())
                    .integer(0x82, pin.triesLeft())
                    .wrap(PIN));
        }
        int position = 0;
        for (CardFile file : directory.files()) {
            if (file instanceof ElementaryFile elementary
                    && elementary.content().isChanged()) {
                byte[] content =
                        elementary.content().read(0, elementary.content().size());
                writer.encoded(new TlvWriter()
                        .integer(0x80, position)
                        .octets(0x81, content)
                        .wrap(FILE));
            }
            position++;
        }
        for (CardFile file : directory.files()) {
            if (file instanceof Directory inner) {
                encode(inner, writer);
            }
        }
    }

    private static void apply(Directory directory, TlvReader reader) {
        for (Pin pin : directory.pins()) {
            TlvReader stored = reader.require(PIN, "state of a PIN").reader();
            pin.restore(
                    stored.require(0x80, "value").octets(Pin.LENGTH, Pin.LENGTH),
                    stored.require(0x81, "enabled").bool(),
                    stored.require(0x82, "tries").integer());
        }
        List<CardFile> files = List.copyOf(directory.files());
        while (reader.peek() == FILE) {
            TlvReader stored = reader.require(FILE, "file").reader();
            int position = stored.require(0x80, "position").integer();
            if (position < 0 || position >= files.size() || !(files.get(position) instanceof ElementaryFile file)) {
                throw new DecodeException("state of the eUICC", 0, "has a file that the profile has not");
            }
            int size = file.content().size();
            file.content().replace(stored.require(0x81, "content").octets(size, size));
        }
        for (CardFile file : files) {
            if (file instanceof Directory inner) {
                apply(inner, reader);
            }
        }
    }
}
