package org.mintline.rsp.es8plus;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.mintline.rsp.bsp.BspKeys;
import org.mintline.rsp.bsp.SegmentReader;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;

/**
 * BPP: a protected profile package that is bound to one eUICC (SGP.22 v2.5, clause 2.5.4; tag BF36).
 *
 * @param encoded tag, length and value
 */
public record BoundProfilePackage(byte[] encoded) {
    /** The tag of this data object. */
    public static final int TAG = 0xBF36;

    static final int COMMAND_SEGMENT = 0x87;
    static final int METADATA_SEGMENT = 0x88;

    private static final int FIRST_SEQUENCE_OF_87 = 0xA0;
    private static final int SEQUENCE_OF_88 = 0xA1;
    private static final int SECOND_SEQUENCE_OF_87 = 0xA2;
    private static final int SEQUENCE_OF_86 = 0xA3;

    /**
     * The parts of a bound profile package; segments with tag and length.
     *
     * @param initialiseSecureChannel BF23
     * @param firstSequenceOf87 ConfigureISDP
     * @param sequenceOf88 StoreMetadata
     * @param secondSequenceOf87 ReplaceSessionKeys, or none where session keys protect the profile
     * @param sequenceOf86 the profile elements
     */
    public record Parts(
            InitialiseSecureChannelRequest initialiseSecureChannel,
            List<byte[]> firstSequenceOf87,
            List<byte[]> sequenceOf88,
            List<byte[]> secondSequenceOf87,
            List<byte[]> sequenceOf86) {}

    /**
     * What a bound profile package carries, in the clear.
     *
     * @param configureIsdp the request that makes the ISD-P
     * @param storeMetadata StoreMetadataRequest as it was sent: tag BF25, length and value
     * @param replaceSessionKeys the profile protection keys, where there are any
     * @param profile the profile elements
     */
    public record Content(
            ConfigureIsdpRequest configureIsdp,
            byte[] storeMetadata,
            Optional<ReplaceSessionKeysRequest> replaceSessionKeys,
            UnprotectedProfilePackage profile) {
        /** Says nothing of keys and profile. */
        @Override
        public String toString() {
            return "Content[hidden]";
        }
    }

    static BoundProfilePackage assemble(
            InitialiseSecureChannelRequest initialiseSecureChannel,
            byte[] firstSequenceOf87,
            byte[] sequenceOf88,
            byte[] secondSequenceOf87,
            byte[] sequenceOf86) {
        byte[] replaceSessionKeys = secondSequenceOf87.length == 0
                ? secondSequenceOf87
                : Tlv.encode(SECOND_SEQUENCE_OF_87, secondSequenceOf87);
        return new BoundProfilePackage(Tlv.encode(
                TAG,
                initialiseSecureChannel.encoded(),
                Tlv.encode(FIRST_SEQUENCE_OF_87, firstSequenceOf87),
                Tlv.encode(SEQUENCE_OF_88, sequenceOf88),
                replaceSessionKeys,
                Tlv.header(SEQUENCE_OF_86, sequenceOf86.length),
                sequenceOf86));
    }

    /**
     * Reads the parts; segments are checked for their tag and length only.
     *
     * @throws DecodeException if it is malformed
     */
    public Parts parts() {
        TlvReader reader = value().reader();
        InitialiseSecureChannelRequest initialiseSecureChannel = InitialiseSecureChannelRequest.decode(
                reader.require(InitialiseSecureChannelRequest.TAG, "initialiseSecureChannelRequest"));
        Tlv configureIsdp = reader.require(FIRST_SEQUENCE_OF_87, "firstSequenceOf87");
        Tlv storeMetadata = reader.require(SEQUENCE_OF_88, "sequenceOf88");
        Optional<Tlv> replaceSessionKeys = reader.optional(SECOND_SEQUENCE_OF_87);
        Tlv profile = reader.require(SEQUENCE_OF_86, "sequenceOf86");
        return new Parts(
                initialiseSecureChannel,
                segments(configureIsdp, COMMAND_SEGMENT),
                segments(storeMetadata, METADATA_SEGMENT),
                replaceSessionKeys.map(e -> segments(e, COMMAND_SEGMENT)).orElse(List.of()),
                segments(profile, UnprotectedProfilePackage.PROFILE_SEGMENT));
    }

    /**
     * Checks all segments and gives back what they carry, as an eUICC does that has agreed on the session keys.
     *
     * @throws DecodeException if it is malformed
     * @throws org.mintline.rsp.bsp.BspException if a segment is refused
     */
    public Content open(BspKeys sessionKeys) {
        Parts parts = parts();
        SegmentReader session = new SegmentReader(sessionKeys);
        byte[] configureIsdp = join(parts.firstSequenceOf87(), s -> session.decrypt(COMMAND_SEGMENT, s));
        byte[] storeMetadata = join(parts.sequenceOf88(), s -> session.verify(METADATA_SEGMENT, s));
        Optional<ReplaceSessionKeysRequest> replaceSessionKeys =
                parts.secondSequenceOf87().isEmpty()
                        ? Optional.empty()
                        : Optional.of(ReplaceSessionKeysRequest.decode(
                                join(parts.secondSequenceOf87(), s -> session.decrypt(COMMAND_SEGMENT, s))));
        SegmentReader profileReader =
                replaceSessionKeys.map(r -> new SegmentReader(r.keys())).orElse(session);
        byte[] profile =
                join(parts.sequenceOf86(), s -> profileReader.decrypt(UnprotectedProfilePackage.PROFILE_SEGMENT, s));
        return new Content(
                ConfigureIsdpRequest.decode(configureIsdp),
                storeMetadata,
                replaceSessionKeys,
                new UnprotectedProfilePackage(profile));
    }

    /**
     * The metadata of the profile as they stand in the segments '88', which are not encrypted. Their MACs are not checked, since
     * only the eUICC can do that.
     *
     * @throws DecodeException if the package or the metadata are malformed
     */
    public StoreMetadataRequest uncheckedMetadata() {
        ByteArrayOutputStream metadata = new ByteArrayOutputStream();
        for (byte[] segment : parts().sequenceOf88()) {
            byte[] content = Tlv.decode(segment, DecodeLimits.MESSAGE).value();
            int length = content.length - SegmentReader.MAC_LENGTH;
            if (length < 1) {
                throw new DecodeException("sequenceOf88", 0, "has a segment without content");
            }
            metadata.write(content, 0, length);
        }
        return StoreMetadataRequest.decode(metadata.toByteArray());
    }

    /**
     * Cuts the package for ES10b.LoadBoundProfilePackage (SGP.22 v2.5, clauses 2.5.5 and 5.7.6), piece by piece as they are asked
     * for: each goes to the eUICC in one run of STORE DATA commands.
     *
     * @return the pieces in order; together they are the whole package
     * @throws DecodeException if it is malformed
     */
    public Stream<byte[]> storeDataPieces() {
        Tlv whole = value();
        List<Tlv> elements = whole.children();
        if (elements.isEmpty() || elements.get(0).tag() != InitialiseSecureChannelRequest.TAG) {
            throw new DecodeException("initialiseSecureChannelRequest", whole.valueOffset(), "is missing");
        }
        byte[] first = Arrays.copyOfRange(encoded, 0, end(elements.get(0)));
        return Stream.concat(Stream.of(first), elements.stream().skip(1).flatMap(this::piecesOf));
    }

    /** Says only how long it is. */
    @Override
    public String toString() {
        return "BoundProfilePackage[" + encoded.length + " bytes]";
    }

    private Tlv value() {
        Tlv whole = Tlv.decode(encoded, DecodeLimits.PACKAGE);
        if (whole.tag() != TAG) {
            throw new DecodeException("BoundProfilePackage", 0, "has tag " + whole.name());
        }
        return whole;
    }

    private Stream<byte[]> piecesOf(Tlv element) {
        if (element.tag() != SEQUENCE_OF_88 && element.tag() != SEQUENCE_OF_86) {
            return Stream.of(element.encoded());
        }
        byte[] header = Arrays.copyOfRange(encoded, element.offset(), element.valueOffset());
        return Stream.concat(Stream.of(header), element.children().stream().map(Tlv::encoded));
    }

    private static List<byte[]> segments(Tlv sequence, int tag) {
        List<byte[]> segments = new ArrayList<>();
        TlvReader reader = sequence.reader();
        while (reader.peek() != -1) {
            segments.add(reader.require(tag, "segment").encoded());
        }
        if (segments.isEmpty()) {
            throw new DecodeException("segment", sequence.valueOffset(), "is missing");
        }
        return List.copyOf(segments);
    }

    private static byte[] join(List<byte[]> segments, UnaryOperator<byte[]> protection) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        segments.forEach(s -> all.writeBytes(protection.apply(s)));
        return all.toByteArray();
    }

    private static int end(Tlv element) {
        return element.valueOffset() + element.length();
    }
}
