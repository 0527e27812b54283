package org.mintline.web.rest.administration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.mintline.rsp.image.SigningKind;
import org.mintline.rsp.scp03.KeySet;
import org.mintline.rsp.station.AuthenticationManner;
import org.mintline.rsp.station.AuthenticationRules;
import org.mintline.rsp.station.JigSettings;
import org.mintline.support.BatchState;
import org.mintline.support.DeliveryState;
import org.mintline.support.FactoryDevices;
import org.mintline.support.MasterKeySets;
import org.mintline.support.PacketStore;
import org.mintline.support.ProfileImages;
import org.mintline.support.PurgeRules;
import org.mintline.support.ReceivedBatches;
import org.mintline.support.Stations;

/** Bodies about the provisioning support server. */
public final class SupportBodies {
    private SupportBodies() {}

    /**
     * A device.
     *
     * @param eid of its eUICC
     * @param keyIdentifier of the key that its images are encrypted to
     * @param accepts the kind of images that it accepts
     * @param lot of the factory
     * @param imei or absent
     * @param keySetVersion of the master key set that its own is diversified from
     * @param registeredAt when it was registered
     */
    public record DeviceView(
            String eid,
            String keyIdentifier,
            SigningKind accepts,
            String lot,
            String imei,
            int keySetVersion,
            Instant registeredAt) {
        static DeviceView of(FactoryDevices.Device device) {
            return new DeviceView(
                    device.eid().digits(),
                    device.keyIdentifier(),
                    device.accepts(),
                    device.lot(),
                    device.imei().orElse(null),
                    device.keySetVersion(),
                    device.registeredAt());
        }
    }

    /**
     * How a file of devices was taken in.
     *
     * @param registered how many devices are new or changed
     * @param unchanged how many were registered so before
     * @param rejected how many lines made none
     * @param badLines the first of these
     */
    public record Registration(
            long registered, long unchanged, long rejected, List<ImportBodies.BadLineView> badLines) {
        static Registration of(FactoryDevices.Registration done) {
            return new Registration(
                    done.registered(),
                    done.unchanged(),
                    done.rejected(),
                    done.badLines().stream()
                            .map(line -> new ImportBodies.BadLineView(line.line(), line.reason()))
                            .toList());
        }
    }

    /**
     * Something that happened to a device.
     *
     * @param event what happened
     * @param iccid to which profile, or absent
     * @param at when, by the clock of the station
     * @param toldAt when it was told here
     * @param station at which station
     * @param reason why it failed or was refused, or absent
     */
    public record StoryLineView(
            String event, String iccid, Instant at, Instant toldAt, String station, String reason) {}

    /**
     * A page of a device's story.
     *
     * @param items the earliest first
     * @param next what to give as after for the next page, or absent
     */
    public record StoryPage(List<StoryLineView> items, Long next) {
        static StoryPage of(PacketStore.Page<FactoryDevices.StoryLine> page) {
            return new StoryPage(
                    page.items().stream()
                            .map(line -> new StoryLineView(
                                    line.event(),
                                    line.iccid().map(iccid -> iccid.digits()).orElse(null),
                                    line.at(),
                                    line.toldAt(),
                                    line.station(),
                                    line.reason().orElse(null)))
                            .toList(),
                    nullable(page.next()));
        }
    }

    /**
     * A master key set to be registered.
     *
     * @param version its key version number
     * @param enc Key-ENC, 16 bytes
     * @param mac Key-MAC, 16 bytes
     * @param dek Key-DEK, 16 bytes
     */
    public record NewMasterKeySet(
            @NotNull @Min(1) @Max(127) Integer version,
            @NotNull byte[] enc,
            @NotNull byte[] mac,
            @NotNull byte[] dek) {
        KeySet keySet() {
            return new KeySet(version, enc, mac, dek);
        }

        /** Overwrites the keys. */
        void clear() {
            for (byte[] key : List.of(enc, mac, dek)) {
                Arrays.fill(key, (byte) 0);
            }
        }

        /** Without the keys. */
        @Override
        public String toString() {
            return "master key set " + version;
        }
    }

    /**
     * A master key set, without its keys.
     *
     * @param version its key version number
     * @param checkValue of the key ENC
     * @param createdAt since when it is here
     */
    public record MasterKeySetView(int version, String checkValue, Instant createdAt) {
        static MasterKeySetView of(MasterKeySets.Description keySet) {
            return new MasterKeySetView(keySet.version(), keySet.checkValue(), keySet.createdAt());
        }
    }

    /**
     * How a station authenticates devices, and which it serves.
     *
     * @param manner the manner that is set
     * @param jig VOLT,AMPERE,PERCENT,SAMPLES, as in 3.3,0.12,5,3; or null without a jig
     * @param testAllowed whether devices in test-profile mode may be served without authentication
     * @param lot of the devices that it serves, or null for all
     * @param enabled whether it is served
     */
    public record StationSettings(
            @NotNull AuthenticationManner manner,
            @Size(max = 60) String jig,
            @NotNull Boolean testAllowed,
            @Size(max = 100) String lot,
            @NotNull Boolean enabled) {
        AuthenticationRules rules() {
            return new AuthenticationRules(manner, Optional.ofNullable(jig).map(JigSettings::parse), testAllowed);
        }
    }

    /**
     * A station to be registered.
     *
     * @param name by which reports name it
     * @param certificate its client certificate, in PEM
     * @param settings how it authenticates devices
     */
    public record NewStation(
            @NotNull @Size(min = 1, max = 100) @Pattern(regexp = "[A-Za-z0-9._ -]+")
            String name,

            @NotNull @Size(max = 16384) String certificate,
            @NotNull StationSettings settings) {}

    /**
     * A station.
     *
     * @param id its number here
     * @param name by which reports name it
     * @param fingerprint SHA-256 of its client certificate
     * @param subject of that
     * @param notAfter until when that is valid
     * @param settings how it authenticates devices
     * @param registeredAt since when it is here
     * @param lastSeenAt when it called last, to the minute, or absent
     */
    public record StationView(
            long id,
            String name,
            String fingerprint,
            String subject,
            Instant notAfter,
            StationSettings settings,
            Instant registeredAt,
            Instant lastSeenAt) {
        static StationView of(Stations.Station station) {
            AuthenticationRules rules = station.rules();
            return new StationView(
                    station.id(),
                    station.name(),
                    station.fingerprint(),
                    station.subject(),
                    station.notAfter(),
                    new StationSettings(
                            rules.manner(),
                            rules.jig().map(JigSettings::text).orElse(null),
                            rules.isTestAllowed(),
                            station.lot().orElse(null),
                            station.isEnabled()),
                    station.registeredAt(),
                    station.lastSeenAt().orElse(null));
        }
    }

    /**
     * A batch that came or comes in.
     *
     * @param batch its identifier, 32 hexadecimal digits
     * @param line on which line it came
     * @param state where it stands
     * @param ordered how many profiles were announced, or absent
     * @param operator the name of the operator, or absent
     * @param generationServer or absent
     * @param profileType or absent
     * @param lot of eUICCs, or absent
     * @param sent how many profiles its manifest says that there are, or absent
     * @param mismatch what does not match, or absent
     * @param firstMessageAt when it began to come
     * @param closedAt when it was whole, mismatched or cancelled, or absent
     */
    public record BatchView(
            String batch,
            String line,
            BatchState state,
            Integer ordered,
            String operator,
            String generationServer,
            String profileType,
            String lot,
            Integer sent,
            String mismatch,
            Instant firstMessageAt,
            Instant closedAt) {
        static BatchView of(ReceivedBatches.Batch batch) {
            Optional<ReceivedBatches.Announced> announced = batch.announced();
            return new BatchView(
                    batch.batch().toString(),
                    batch.line(),
                    batch.state(),
                    announced.map(ReceivedBatches.Announced::amount).orElse(null),
                    announced.map(ReceivedBatches.Announced::operator).orElse(null),
                    announced.map(ReceivedBatches.Announced::generationServer).orElse(null),
                    announced.map(ReceivedBatches.Announced::profileType).orElse(null),
                    announced.flatMap(ReceivedBatches.Announced::lot).orElse(null),
                    batch.sent().orElse(null),
                    batch.mismatch().orElse(null),
                    batch.firstMessageAt(),
                    batch.closedAt().orElse(null));
        }
    }

    /**
     * A batch and how far its profiles are.
     *
     * @param batch the batch
     * @param profiles how many are in each state
     */
    public record BatchProgress(BatchView batch, Map<String, Long> profiles) {
        static BatchProgress of(ReceivedBatches.Progress progress) {
            return new BatchProgress(
                    BatchView.of(progress.batch()),
                    progress.profiles().entrySet().stream()
                            .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue)));
        }
    }

    /**
     * A profile that came.
     *
     * @param id its number here
     * @param batch of which batch
     * @param number within the batch
     * @param eid for which eUICC
     * @param iccid with which ICCID
     * @param profileClass of which class
     * @param state where it stands
     * @param receivedAt when it came
     * @param changedAt when its state changed
     */
    public record ReceivedProfileView(
            long id,
            String batch,
            int number,
            String eid,
            String iccid,
            String profileClass,
            DeliveryState state,
            Instant receivedAt,
            Instant changedAt) {
        static ReceivedProfileView of(PacketStore.StoredProfile profile) {
            return new ReceivedProfileView(
                    profile.id(),
                    profile.batch().toString(),
                    profile.number(),
                    profile.eid().digits(),
                    profile.iccid().digits(),
                    profile.profileClass().name(),
                    profile.state(),
                    profile.receivedAt(),
                    profile.changedAt());
        }
    }

    /**
     * A page of profiles that came.
     *
     * @param items in the order in which they came
     * @param next what to give as after for the next page, or absent
     */
    public record ReceivedProfilePage(List<ReceivedProfileView> items, Long next) {
        static ReceivedProfilePage of(PacketStore.Page<PacketStore.StoredProfile> page) {
            return new ReceivedProfilePage(
                    page.items().stream().map(ReceivedProfileView::of).toList(), nullable(page.next()));
        }
    }

    /**
     * An image.
     *
     * @param profile the number of its profile here
     * @param image its identifier
     * @param eid for the device of which eUICC
     * @param kind of the key that signed it
     * @param length in bytes
     * @param digest SHA-256 of it
     * @param createdAt when it was made
     * @param station the number of the station that it was handed to last, or absent
     * @param handedOut how many times it was handed out
     */
    public record ImageView(
            long profile,
            String image,
            String eid,
            SigningKind kind,
            int length,
            byte[] digest,
            Instant createdAt,
            Long station,
            int handedOut) {
        static ImageView of(ProfileImages.Image image) {
            return new ImageView(
                    image.profile(),
                    image.image(),
                    image.eid().digits(),
                    image.kind(),
                    image.length(),
                    image.digest(),
                    image.createdAt(),
                    image.station().orElse(null),
                    image.handedOut());
        }
    }

    /**
     * A page of images.
     *
     * @param items in the order in which their profiles came
     * @param next what to give as after for the next page, or absent
     */
    public record ImagePage(List<ImageView> items, Long next) {
        static ImagePage of(PacketStore.Page<ProfileImages.Image> page) {
            return new ImagePage(page.items().stream().map(ImageView::of).toList(), nullable(page.next()));
        }
    }

    /**
     * A rule of purging.
     *
     * @param rule which
     * @param days after how many days
     */
    public record PurgeRuleView(PurgeRules.Rule rule, int days) {}

    /**
     * How a rule is changed.
     *
     * @param days after how many days
     */
    public record NewPurgeRule(@NotNull @Min(0) @Max(3660) Integer days) {}

    private static Long nullable(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
