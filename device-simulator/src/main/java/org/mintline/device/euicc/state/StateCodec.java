package org.mintline.device.euicc.state;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.identification.ObjectIdentifier;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * The image of a card's state: data objects of our own under E1, followed by their SHA-256. Profiles are stored as the package
 * they came from and what has changed since.
 */
public final class StateCodec {
    private static final int IMAGE = 0xE1;
    private static final int VERSION = 1;
    private static final int DIGEST_LENGTH = 32;
    private static final int PROFILE = 0xE2;
    private static final int NOTIFICATION = 0xE3;
    private static final int ONE_TIME_KEY = 0xE4;
    private static final int BEGUN_INSTALLATION = 0xE5;
    private static final int AVAILABLE_KEY = 0xEA;
    private static final int SPENT_KEY = 0xEB;
    private static final DecodeLimits LIMITS = new DecodeLimits(16 * 1024 * 1024, 16, 64 * 1024);

    private final Cryptography cryptography;

    /** @param cryptography reads the one-time keys */
    public StateCodec(Cryptography cryptography) {
        this.cryptography = cryptography;
    }

    /** The image. */
    public byte[] encode(EuiccState state) {
        TlvWriter writer = new TlvWriter()
                .integer(0x80, VERSION)
                .integer(0x81, state.lastSequenceNumber())
                .integer(0x82, state.lastIsdp());
        state.defaultDpAddress().ifPresent(address -> writer.utf8(0x83, address));
        state.profiles().forEach(slot -> writer.encoded(encode(slot)));
        state.notifications().forEach(n -> writer.octets(NOTIFICATION, n.encoded()));
        state.oneTimeKeys().forEach(key -> writer.encoded(encode(key)));
        state.preloadedKeys().forEach(key -> writer.encoded(encode(key)));
        state.begunInstallation().ifPresent(begun -> writer.encoded(encode(begun)));
        byte[] content = writer.wrap(IMAGE);
        byte[] image = Arrays.copyOf(content, content.length + DIGEST_LENGTH);
        System.arraycopy(Cryptography.sha256(content), 0, image, content.length, DIGEST_LENGTH);
        return image;
    }

    /**
     * Reads an image.
     *
     * @throws DecodeException if it is damaged or of another version
     */
    public EuiccState decode(byte[] image) {
        int length = image.length - DIGEST_LENGTH;
        byte[] content = Arrays.copyOf(image, Math.max(length, 0));
        byte[] digest = Arrays.copyOfRange(image, Math.max(length, 0), image.length);
        if (length < 2 || !MessageDigest.isEqual(Cryptography.sha256(content), digest)) {
            throw new DecodeException("state of the eUICC", 0, "is damaged");
        }
        TlvReader reader = Tlv.decode(content, LIMITS).expect(IMAGE, "state").reader();
        if (reader.require(0x80, "version").integer() != VERSION) {
            throw new DecodeException("state of the eUICC", 0, "has another version");
        }
        long sequenceNumber = reader.require(0x81, "sequence number").longInteger();
        int isdp = reader.require(0x82, "ISD-P").integer();
        EuiccState state = new EuiccState(reader.optional(0x83).map(address -> address.utf8(255)));
        state.restoreCounters(sequenceNumber, isdp);
        for (Tlv part : reader.rest()) {
            restore(part, state);
        }
        return state;
    }

    private void restore(Tlv part, EuiccState state) {
        switch (part.tag()) {
            case PROFILE -> state.add(profile(part.reader()));
            case NOTIFICATION -> state.add(PendingNotification.decode(part.value()));
            case ONE_TIME_KEY -> state.keep(oneTimeKey(part.reader()));
            case AVAILABLE_KEY -> state.put(availableKey(part.reader()));
            case SPENT_KEY -> state.put(spentKey(part.reader()));
            case BEGUN_INSTALLATION -> state.setBegunInstallation(Optional.of(begunInstallation(part.reader())));
            default -> throw new DecodeException("state of the eUICC", part.offset(), "has an unknown part");
        }
    }

    private static byte[] encode(ProfileSlot slot) {
        TlvWriter writer = new TlvWriter()
                .octets(0x80, slot.isdpAid())
                .octets(0x81, slot.metadata().encoded())
                .octets(0x82, slot.profilePackage())
                .integer(0x83, slot.usedMemory())
                .bool(0x84, slot.isEnabled())
                .utf8(0x85, slot.nickname());
        slot.dpProprietaryData().ifPresent(data -> writer.octets(0x86, data));
        return writer.encoded(ProfileChanges.encode(slot.profile())).wrap(PROFILE);
    }

    private static ProfileSlot profile(TlvReader reader) {
        byte[] isdpAid = reader.require(0x80, "AID of the ISD-P").octets(16, 16);
        StoreMetadataRequest metadata =
                StoreMetadataRequest.decode(reader.require(0x81, "metadata").value());
        byte[] profilePackage = reader.require(0x82, "profile package").value();
        int usedMemory = reader.require(0x83, "memory").integer();
        boolean enabled = reader.require(0x84, "enabled").bool();
        String nickname = reader.require(0x85, "nickname").utf8(64);
        Optional<byte[]> dpProprietaryData = reader.optional(0x86).map(Tlv::value);
        ProfileSlot slot = new ProfileSlot(
                isdpAid,
                metadata,
                dpProprietaryData,
                profilePackage,
                usedMemory,
                ProfileChanges.rebuild(profilePackage, reader.require(ProfileChanges.TAG, "changes")));
        slot.setEnabled(enabled);
        slot.setNickname(nickname);
        return slot;
    }

    private static byte[] encode(OneTimeKey key) {
        return new TlvWriter()
                .octets(0x80, key.smdpOid().content())
                .octets(0x81, key.otpk())
                .octets(0x82, key.otsk().getEncoded())
                .wrap(ONE_TIME_KEY);
    }

    private OneTimeKey oneTimeKey(TlvReader reader) {
        return new OneTimeKey(
                ObjectIdentifier.decode(reader.require(0x80, "smdpOid")),
                reader.require(0x81, "otPK").value(),
                cryptography.decodePrivateKey(reader.require(0x82, "otSK").value()));
    }

    private static byte[] encode(PreloadedOneTimeKey key) {
        return key instanceof PreloadedOneTimeKey.Available available
                ? encode(available)
                : encode((PreloadedOneTimeKey.Spent) key);
    }

    private static byte[] encode(PreloadedOneTimeKey.Available key) {
        TlvWriter writer = new TlvWriter()
                .octets(0x80, key.keyIdentifier().octets())
                .octets(0x81, key.euiccCiPKId().value())
                .octets(0x82, key.otpk())
                .octets(0x83, key.otsk().getEncoded());
        key.begunWith().ifPresent(digest -> writer.octets(0x84, digest));
        return writer.wrap(AVAILABLE_KEY);
    }

    private static byte[] encode(PreloadedOneTimeKey.Spent key) {
        return new TlvWriter()
                .octets(0x80, key.keyIdentifier().octets())
                .bool(0x81, key.deleted())
                .wrap(SPENT_KEY);
    }

    private PreloadedOneTimeKey availableKey(TlvReader reader) {
        return new PreloadedOneTimeKey.Available(
                TransactionId.decode(reader.require(0x80, "keyIdentifier")),
                new SubjectKeyIdentifier(reader.require(0x81, "euiccCiPKId").value()),
                reader.require(0x82, "otPK").value(),
                cryptography.decodePrivateKey(reader.require(0x83, "otSK").value()),
                reader.optional(0x84).map(Tlv::value));
    }

    private static PreloadedOneTimeKey spentKey(TlvReader reader) {
        return new PreloadedOneTimeKey.Spent(
                TransactionId.decode(reader.require(0x80, "keyIdentifier")),
                reader.require(0x81, "deleted").bool());
    }

    private static byte[] encode(BegunInstallation begun) {
        TlvWriter writer = new TlvWriter()
                .octets(0x80, begun.transactionId().octets())
                .octets(0x81, begun.smdpOid().content())
                .utf8(0x82, begun.notificationAddress())
                .octets(0x83, begun.euiccCiPKId().value());
        begun.metadata().ifPresent(metadata -> writer.octets(0x84, metadata));
        return writer.wrap(BEGUN_INSTALLATION);
    }

    private static BegunInstallation begunInstallation(TlvReader reader) {
        return new BegunInstallation(
                TransactionId.decode(reader.require(0x80, "transactionId")),
                ObjectIdentifier.decode(reader.require(0x81, "smdpOid")),
                reader.require(0x82, "notificationAddress").utf8(255),
                new SubjectKeyIdentifier(reader.require(0x83, "euiccCiPKId").value()),
                reader.optional(0x84).map(Tlv::value));
    }

    /** The elements of a stored profile package. */
    static List<Tlv> elements(byte[] profilePackage) {
        return Tlv.decodeAll(profilePackage, LIMITS);
    }
}
