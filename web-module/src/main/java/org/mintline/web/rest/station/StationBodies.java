package org.mintline.web.rest.station;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mintline.rsp.bulk.DeviceEvent;
import org.mintline.rsp.bulk.DeviceReport;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.scp03.KeySet;
import org.mintline.rsp.station.AuthenticationEvidence;
import org.mintline.rsp.station.AuthenticationManner;
import org.mintline.rsp.station.JigReading;
import org.mintline.rsp.station.JigSettings;
import org.mintline.support.StationService;
import org.mintline.support.Stations.Station;

/** Bodies of the interface of stations. */
public final class StationBodies {
    private StationBodies() {}

    /**
     * What is set for the station that asks.
     *
     * @param name by which reports name it
     * @param manner by which it has to authenticate devices
     * @param jig VOLT,AMPERE,PERCENT,SAMPLES, or absent without a jig
     * @param testAllowed whether devices in test-profile mode may be served without authentication
     * @param lot of the devices that it serves, or absent for all
     */
    public record Settings(String name, AuthenticationManner manner, String jig, boolean testAllowed, String lot) {
        static Settings of(Station station) {
            return new Settings(
                    station.name(),
                    station.rules().manner(),
                    station.rules().jig().map(JigSettings::text).orElse(null),
                    station.rules().isTestAllowed(),
                    station.lot().orElse(null));
        }
    }

    /**
     * The key set of one device.
     *
     * @param version its key version number
     * @param enc Key-ENC
     * @param mac Key-MAC
     * @param dek Key-DEK
     */
    public record DeviceKeySet(int version, byte[] enc, byte[] mac, byte[] dek) {
        static DeviceKeySet of(KeySet keys) {
            return new DeviceKeySet(keys.version(), keys.enc(), keys.mac(), keys.dek());
        }

        /** Without the keys. */
        @Override
        public String toString() {
            return "key set " + version;
        }
    }

    /**
     * By what the station has authenticated the device.
     *
     * @param manner in which manner
     * @param keySetProven whether device and station proved the key set to one another
     * @param readings what the jig measured, each V=3.312 I=0.118
     * @param testProfileMode whether the device says that it is in test-profile mode
     */
    public record Evidence(
            @NotNull AuthenticationManner manner,
            @NotNull Boolean keySetProven,
            @NotNull @Size(max = 1000) List<@NotNull @Size(max = 64) String> readings,
            @NotNull Boolean testProfileMode) {
        AuthenticationEvidence evidence() {
            List<JigReading> measured = readings.stream()
                    .map(line -> JigReading.parse(line)
                            .orElseThrow(() -> new IllegalArgumentException("a reading is like V=3.312 I=0.118")))
                    .toList();
            return new AuthenticationEvidence(manner, keySetProven, measured, testProfileMode);
        }
    }

    /**
     * Something that happened to a device.
     *
     * @param event what happened
     * @param image the identifier of the image that it came from, or absent
     * @param iccid of the profile, or absent
     * @param at when, by the clock of the station
     * @param reason why it failed, or absent
     * @param notification what the eUICC signed of it, at most 16 KiB, or absent
     */
    public record EventReport(
            @NotNull DeviceEvent event,

            @Size(max = 32) @Pattern(regexp = "[0-9a-f]{32}")
            String image,

            @Size(max = 20) @Pattern(regexp = "[0-9]{18,20}")
            String iccid,

            @NotNull Instant at,
            @Size(max = 1000) String reason,
            byte[] notification) {
        StationService.Report of(String eid) {
            if (notification != null && notification.length > DeviceReport.MAXIMUM_NOTIFICATION) {
                throw new IllegalArgumentException("a notification has at most 16 KiB");
            }
            return new StationService.Report(
                    new Eid(eid),
                    event,
                    Optional.ofNullable(image),
                    Optional.ofNullable(iccid).map(Iccid::parse),
                    at,
                    Optional.ofNullable(reason),
                    Optional.ofNullable(notification));
        }
    }

    /**
     * A device that was refused at the station.
     *
     * @param eid its EID, or absent if that is not known
     * @param sentence why
     * @param at when, by the clock of the station
     */
    public record RefusedDevice(
            @Size(max = 32) @Pattern(regexp = "[0-9]{32}") String eid,
            @NotNull @Size(max = 1000) String sentence,
            @NotNull Instant at) {}
}
