package org.mintline.support.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mintline.keys.ImageSigningKeys;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.image.ImageFactory;
import org.mintline.rsp.image.ImageHeader;
import org.mintline.rsp.image.ImageSigner;
import org.mintline.rsp.image.ProfileImageWriter;
import org.mintline.support.DeliveryEvent;
import org.mintline.support.DeliveryState;
import org.mintline.support.device.DeviceRepository;
import org.mintline.support.device.FactoryDevice;
import org.mintline.support.packets.PacketsRepository;
import org.mintline.support.packets.ReceivedProfile;

/**
 * Makes images: encrypted to the device's key, signed by the key of the kind that the device accepts. One image is in memory at a time.
 * Where the device is not known, or there is no key of its kind, the profile stays as it is; its image is made later, by a job or
 * when a station asks for it.
 */
@ApplicationScoped
public class ImageMaking {
    private static final int PROFILES_OF_A_DEVICE = 100;

    private DeviceRepository devices;
    private PacketsRepository profiles;
    private ImageRepository images;
    private ImageSigningKeys keys;
    private Clock clock;
    private final Cryptography cryptography = Cryptography.system();

    /** For the container. */
    protected ImageMaking() {}

    /** Of the given parts. */
    @Inject
    public ImageMaking(
            DeviceRepository devices,
            PacketsRepository profiles,
            ImageRepository images,
            ImageSigningKeys keys,
            Clock clock) {
        this.devices = devices;
        this.profiles = profiles;
        this.images = images;
        this.keys = keys;
        this.clock = clock;
    }

    /** Keeps packets that came, with the images of those whose devices are known. */
    public void keep(List<ProfilePackets> arrived) {
        Instant now = clock.instant();
        Map<Eid, FactoryDevice> known =
                devices.find(arrived.stream().map(ImageMaking::eid).toList());
        for (ProfilePackets packets : arrived) {
            ReceivedProfile profile = new ReceivedProfile(packets, now);
            Optional<Made> image =
                    Optional.ofNullable(known.get(eid(packets))).flatMap(device -> image(packets, device));
            image.ifPresent(made -> profile.happened(DeliveryEvent.MAKE_IMAGE, now));
            profiles.add(profile, packets);
            image.ifPresent(
                    made -> images.add(new StoredImage(profile, made.header(), made.content()), made.content()));
        }
    }

    private static Eid eid(ProfilePackets packets) {
        return packets.metadata().eid().orElseThrow();
    }

    /**
     * Makes the images of some devices whose profiles may have come before them.
     *
     * @param limit how many devices
     * @return how many devices there were
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int makeDue(int limit) {
        List<FactoryDevice> due = devices.takeDue(limit);
        if (due.isEmpty()) {
            return 0;
        }
        Set<Eid> waiting = profiles.having(
                DeliveryState.RECEIVED, due.stream().map(FactoryDevice::eid).toList());
        due.stream().filter(device -> waiting.contains(device.eid())).forEach(device -> profiles.lockFor(
                        device.eid(), EnumSet.of(DeliveryState.RECEIVED), PROFILES_OF_A_DEVICE)
                .forEach(profile -> current(profile, device)));
        return due.size();
    }

    /** The image of a profile for a device as it is registered now, made anew if it was made for another key; empty if there can be none. */
    public Optional<StoredImage> current(ReceivedProfile profile, FactoryDevice device) {
        return images.find(profile.id()).filter(image -> image.isFor(device)).or(() -> profiles.packets(profile.id())
                .flatMap(packets -> make(profile, packets, device)));
    }

    private Optional<StoredImage> make(ReceivedProfile profile, ProfilePackets packets, FactoryDevice device) {
        return image(packets, device).map(made -> keep(profile, made));
    }

    private record Made(ImageHeader header, byte[] content) {}

    private StoredImage keep(ReceivedProfile profile, Made made) {
        Optional<StoredImage> there = images.find(profile.id());
        if (there.isPresent()) {
            there.get().made(made.header(), made.content());
            images.replace(there.get(), made.content());
            return there.get();
        }
        StoredImage image = new StoredImage(profile, made.header(), made.content());
        images.add(image, made.content());
        if (profile.state() == DeliveryState.RECEIVED) {
            profile.happened(DeliveryEvent.MAKE_IMAGE, clock.instant());
        }
        return image;
    }

    private Optional<Made> image(ProfilePackets packets, FactoryDevice device) {
        return keys.imageSigner(device.accepts()).map(signer -> image(packets, device, signer));
    }

    private Made image(ProfilePackets packets, FactoryDevice device, ImageSigner signer) {
        ByteArrayOutputStream output = new ByteArrayOutputStream(packets.encoded().length * 2);
        try {
            ProfileImageWriter writer = new ImageFactory(signer, cryptography, clock)
                    .begin(output, device.key(cryptography), packets.metadata());
            for (byte[] packet : packets.packets()) {
                writer.packet(packet);
            }
            writer.finish();
            return new Made(writer.header(), output.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("an image in memory cannot be written", e);
        }
    }
}
