package org.mintline.support;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.image.SigningKind;

/** The devices of a factory, as their maker registers them, and what happened to each. */
public interface FactoryDevices {
    /** How many bad lines of a file are told at most; all are counted. */
    int MOST_BAD_LINES = 1_000;

    /**
     * A device.
     *
     * @param eid of its eUICC, by which it is known
     * @param keyIdentifier of the key that its images are encrypted to, hexadecimal
     * @param accepts the kind of images that it accepts
     * @param lot of the factory
     * @param imei if the maker tells it
     * @param keySetVersion of the master key set that its own is diversified from
     * @param registeredAt when it was registered
     */
    record Device(
            Eid eid,
            String keyIdentifier,
            SigningKind accepts,
            String lot,
            Optional<String> imei,
            int keySetVersion,
            Instant registeredAt) {}

    /**
     * A line of a file that made no device.
     *
     * @param line its number, from 1
     * @param reason what is wrong
     */
    record BadLine(long line, String reason) {}

    /**
     * How a file was taken in.
     *
     * @param registered how many devices are new or changed
     * @param unchanged how many were registered in the same words before
     * @param rejected how many lines made none
     * @param badLines the first of these
     */
    record Registration(long registered, long unchanged, long rejected, List<BadLine> badLines) {}

    /**
     * Something that happened to a device.
     *
     * @param id the key from which the next page goes on
     * @param event what happened: a {@code DeviceEvent} of the bulk format, {@code HANDED_OUT} or {@code REFUSED}
     * @param iccid to which profile
     * @param at when, by the clock of the station
     * @param toldAt when it was told here
     * @param station at which station
     * @param reason why it failed or was refused
     */
    record StoryLine(
            long id,
            String event,
            Optional<Iccid> iccid,
            Instant at,
            Instant toldAt,
            String station,
            Optional<String> reason) {}

    /**
     * Registers the devices of a file, a chunk of lines in a transaction. Lines end with a line feed; the first names the columns: {@code
     * eid}, {@code publicKey} (Base64 of a SubjectPublicKeyInfo on NIST P-256), {@code kind} (DEVELOPMENT or COMMERCIAL), {@code lot}, and if
     * wanted {@code imei} and {@code keySetVersion} (the newest master key set otherwise). A device that is there already is changed.
     *
     * @param file read to its end, never held as a whole
     * @param requestedBy for the audit lines
     * @throws SupportException if its first line is not as it should be; nothing is registered then
     */
    Registration register(InputStream file, String requestedBy) throws IOException;

    /** One device. */
    Optional<Device> find(Eid eid);

    /**
     * A page of devices, by their EIDs.
     *
     * @param limit 1 to {@value PacketStore#MAXIMUM_PAGE}
     */
    List<Device> list(Optional<String> lot, Optional<Eid> after, int limit);

    /** A page of what happened to a device, the earliest first; also of an EID that is not registered. */
    PacketStore.Page<StoryLine> story(Eid eid, OptionalLong after, int limit);
}
