package org.mintline.support;

import java.time.Instant;
import java.util.Optional;
import org.mintline.rsp.bulk.DeviceEvent;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.scp03.KeySet;
import org.mintline.rsp.station.AuthenticationEvidence;
import org.mintline.support.Stations.Station;

/** What a station asks for and tells (PSS-7, PSS-11, PSS-12). Each refusal leaves an audit line. */
public interface StationService {
    /**
     * Something that happened to a device at a station.
     *
     * @param eid to which device
     * @param event what happened
     * @param image the identifier of the image that it came from, 32 hexadecimal digits, if it came from one
     * @param iccid of the profile, if it is known
     * @param at when, by the clock of the station
     * @param reason why it failed, in words
     * @param notification what the eUICC signed of it
     */
    record Report(
            Eid eid,
            DeviceEvent event,
            Optional<String> image,
            Optional<Iccid> iccid,
            Instant at,
            Optional<String> reason,
            Optional<byte[]> notification) {}

    /**
     * The key set of one device, by which station and device prove to one another who they are.
     *
     * @throws SupportException if the device is not registered or of another lot, or a key set is no part of the station's manner
     */
    KeySet keySet(Station station, Eid eid);

    /**
     * The image that waits for a device, for this station alone from now on for some time, and again if it asks again. The evidence is judged
     * here once more. What is installed is never handed out again.
     *
     * @return the image; empty if none waits
     * @throws SupportException if the device is not authenticated by this evidence, is not known here, or another station has its image
     */
    Optional<byte[]> image(Station station, Eid eid, AuthenticationEvidence evidence);

    /**
     * Something happened: it is kept in the story of the device, and told to the server that generated the profile. A report that came before
     * changes nothing.
     *
     * @throws SupportException if it contradicts what the eUICC signed
     */
    void report(Station station, Report report);

    /**
     * A device was refused at the station, and got nothing.
     *
     * @param device its EID, if that is known
     * @param sentence why, at most 255 characters
     * @param at when, by the clock of the station
     */
    void refused(Station station, Optional<Eid> device, String sentence, Instant at);
}
