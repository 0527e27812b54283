package org.mintline.rsp.fuzz;

import static net.jqwik.api.Combinators.combine;
import static org.mintline.rsp.fuzz.MessageValues.EID;
import static org.mintline.rsp.fuzz.MessageValues.ICCID;
import static org.mintline.rsp.fuzz.MessageValues.KEY;
import static org.mintline.rsp.fuzz.MessageValues.OPERATOR_ID;
import static org.mintline.rsp.fuzz.MessageValues.POINT;
import static org.mintline.rsp.fuzz.MessageValues.octets;
import static org.mintline.rsp.fuzz.MessageValues.text;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.image.ImageHeader;
import org.mintline.rsp.image.ImageMetadata;
import org.mintline.rsp.image.ProfileImageWriter;
import org.mintline.rsp.image.SigningKind;

/** The parts of a profile image. */
final class ImageCodecs {
    static final Codec<ImageHeader> HEADER = new Codec<>(
            ImageHeader.class,
            combine(
                            octets(16, 16),
                            Arbitraries.of(SigningKind.class),
                            KEY,
                            KEY,
                            Arbitraries.longs().between(0, 253_402_300_799L).map(Instant::ofEpochSecond),
                            POINT)
                    .as(ImageHeader::new),
            ImageHeader::encoded,
            ImageHeader::decode);

    static final Codec<ImageMetadata> METADATA = new Codec<>(
            ImageMetadata.class,
            combine(
                            ICCID,
                            EID.optional(),
                            text(32),
                            text(64),
                            Arbitraries.of(ProfileClass.class),
                            OPERATOR_ID.optional(),
                            Arbitraries.integers()
                                    .between(1, ProfileImageWriter.MAXIMUM_PACKETS)
                                    .optional())
                    .as(ImageMetadata::new),
            ImageMetadata::encoded,
            ImageMetadata::decode);

    private ImageCodecs() {}

    static List<Decoder<?>> decoders() {
        return List.of(HEADER.decoder(), METADATA.decoder());
    }
}
