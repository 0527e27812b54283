package org.mintline.support;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.image.SigningKind;

/** The images that were made, to be looked at. */
public interface ProfileImages {
    /**
     * An image.
     *
     * @param profile the number of its profile, the key from which the next page goes on
     * @param image the image identifier, hexadecimal
     * @param eid for the device of which eUICC
     * @param kind of which kind the key is that signed it
     * @param length in bytes
     * @param digest SHA-256 of it
     * @param createdAt when it was made
     * @param station the number of the station that it was handed to last
     * @param handedOut how many times it was handed out
     */
    record Image(
            long profile,
            String image,
            Eid eid,
            SigningKind kind,
            int length,
            byte[] digest,
            Instant createdAt,
            Optional<Long> station,
            int handedOut) {}

    /**
     * Which images; all conditions hold together.
     *
     * @param eid for which eUICC
     * @param iccid with which profile
     * @param batch of which batch
     * @param station handed last to which station
     */
    record Filter(Optional<Eid> eid, Optional<Iccid> iccid, Optional<BatchId> batch, OptionalLong station) {}

    /**
     * A page of images, in the order in which their profiles came.
     *
     * @param limit 1 to {@value PacketStore#MAXIMUM_PAGE}
     */
    PacketStore.Page<Image> list(Filter filter, OptionalLong after, int limit);
}
