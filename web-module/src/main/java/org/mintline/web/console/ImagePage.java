package org.mintline.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.support.FactoryDevices;
import org.mintline.support.FactoryDevices.StoryLine;
import org.mintline.support.PacketStore;
import org.mintline.support.PacketStore.StoredProfile;
import org.mintline.support.ProfileImages;
import org.mintline.support.ProfileImages.Image;
import org.mintline.support.Stations;

/** One profile that came as packets: its image, if one was made, and what happened to its device. */
@Named
@ViewScoped
public class ImagePage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;
    private static final ProfileImages.Filter ANY =
            new ProfileImages.Filter(Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.empty());

    @Inject
    private PacketStore packets;

    @Inject
    private ProfileImages images;

    @Inject
    private FactoryDevices devices;

    @Inject
    private Stations stations;

    @Inject
    private ConsoleUser user;

    private long id;
    private StoredProfile profile;
    private Image image;
    private Integer packetCount;

    private final PagedList<Long, StoryLine> story = new PagedList<>(this::after);

    /** Reads the profile. */
    public void load() throws IOException {
        user.requirePlatform();
        NotFound.unless(packets.find(id)).ifPresent(found -> {
            profile = found;
            image = images.list(ANY, OptionalLong.of(id - 1), 1).items().stream()
                    .filter(one -> one.profile() == id)
                    .findFirst()
                    .orElse(null);
            packetCount = packets.packets(id)
                    .map(ProfilePackets::packets)
                    .map(list -> list.size())
                    .orElse(null);
        });
    }

    private PagedList.Slice<Long, StoryLine> after(Optional<Long> key) {
        return PagedList.Slice.of(devices.story(profile.eid(), PagedList.number(key), PAGE));
    }

    /** The profile. */
    public StoredProfile getProfile() {
        return profile;
    }

    /** Its image; null if there is none. */
    public Image getImage() {
        return image;
    }

    /** How many packets it has; null once they were deleted. */
    public Integer getPacketCount() {
        return packetCount;
    }

    /** SHA-256 of the image, hexadecimal. */
    public String getDigest() {
        return HexFormat.of().formatHex(image.digest());
    }

    /** The name of the station that the image was handed to last; empty if it was not. */
    public String getStation() {
        return image.station()
                .flatMap(stations::find)
                .map(Stations.Station::name)
                .orElse("");
    }

    /** The first digits of its batch. */
    public String getBriefBatch() {
        return ReceivedLine.brief(profile.batch());
    }

    /** What happened to its device, the earliest first, a page at a time. */
    public PagedList<Long, StoryLine> getStory() {
        return story;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }
}
