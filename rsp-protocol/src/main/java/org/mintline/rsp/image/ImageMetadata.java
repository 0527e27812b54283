package org.mintline.rsp.image;

import java.util.Optional;
import org.mintline.rsp.data.OperatorId;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.NamedNumber;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * What an image says of its profile, 'E1': the first of the encrypted records. Elements that StoreMetadataRequest has too
 * (SGP.22 v2.5, clause 5.5.3) have its tags.
 *
 * @param iccid '5A'
 * @param eid '81', the eUICC that the packets were made for, if that is known
 * @param serviceProviderName '91', at most 32 bytes
 * @param profileName '92', at most 64 bytes
 * @param profileClass '95'; a device in test-profile mode installs {@link ProfileClass#TEST} only
 * @param profileOwner 'B7', the operator, if that is known
 * @param numberOfPackets '82', 1 to 65,536, if it was known when the image was begun
 */
public record ImageMetadata(
        Iccid iccid,
        Optional<Eid> eid,
        String serviceProviderName,
        String profileName,
        ProfileClass profileClass,
        Optional<OperatorId> profileOwner,
        Optional<Integer> numberOfPackets) {
    private static final int TAG = 0xE1;
    private static final int MAXIMUM_SERVICE_PROVIDER_NAME = 32;
    private static final int MAXIMUM_PROFILE_NAME = 64;
    private static final DecodeLimits LIMITS = new DecodeLimits(ImageFormat.MAXIMUM_METADATA, 4, 32);

    /**
     * @throws IllegalArgumentException if a name is too long, or the number of packets is out of bounds
     */
    public ImageMetadata {
        // the names have the bounds of StoreMetadataRequest, which checks them
        StoreMetadataRequest.of(iccid, serviceProviderName, profileName);
        if (numberOfPackets.isPresent() && !isNumberOfPackets(numberOfPackets.get())) {
            throw new IllegalArgumentException("an image has 1 to 65,536 packets");
        }
    }

    /**
     * What the metadata of the profile tell.
     *
     * @param eid the eUICC that the packets were made for, if that is known
     * @param numberOfPackets if that is known
     */
    public static ImageMetadata of(
            StoreMetadataRequest metadata, Optional<Eid> eid, Optional<Integer> numberOfPackets) {
        return new ImageMetadata(
                metadata.iccid(),
                eid,
                metadata.serviceProviderName(),
                metadata.profileName(),
                metadata.profileClass().orElse(ProfileClass.OPERATIONAL),
                metadata.profileOwner(),
                numberOfPackets);
    }

    /**
     * Reads the data object 'E1'.
     *
     * @throws DecodeException if it is malformed, or has an element that is not known and may not be passed over
     */
    public static ImageMetadata decode(byte[] input) {
        TlvReader reader = Tlv.decode(input, LIMITS).expect(TAG, "metadata").reader();
        ImageMetadata metadata = new ImageMetadata(
                Iccid.decode(reader.require(0x5A, "iccid")),
                reader.optional(0x81).map(Eid::decodeOctets),
                reader.require(0x91, "serviceProviderName").utf8(MAXIMUM_SERVICE_PROVIDER_NAME),
                reader.require(0x92, "profileName").utf8(MAXIMUM_PROFILE_NAME),
                NamedNumber.require(ProfileClass.class, reader.require(0x95, "profileClass")),
                reader.optional(0xB7).map(OperatorId::decode),
                reader.optional(0x82).map(ImageMetadata::numberOfPackets));
        ImageHeader.passOverPrivate(reader);
        return metadata;
    }

    /** The data object 'E1'. */
    public byte[] encoded() {
        TlvWriter writer = new TlvWriter().encoded(iccid.encoded());
        eid.ifPresent(e -> writer.octets(0x81, e.octets()));
        writer.utf8(0x91, serviceProviderName).utf8(0x92, profileName).number(0x95, profileClass);
        profileOwner.ifPresent(o -> writer.encoded(o.encoded(0xB7)));
        numberOfPackets.ifPresent(n -> writer.integer(0x82, n));
        return writer.wrap(TAG);
    }

    /** Whether a device in test-profile mode may install it. */
    public boolean isTestProfile() {
        return profileClass == ProfileClass.TEST;
    }

    private static int numberOfPackets(Tlv element) {
        int number = element.integer();
        if (!isNumberOfPackets(number)) {
            throw new DecodeException("numberOfPackets", element.offset(), "is not 1 to 65,536");
        }
        return number;
    }

    private static boolean isNumberOfPackets(int number) {
        return number >= 1 && number <= ProfileImageWriter.MAXIMUM_PACKETS;
    }
}
