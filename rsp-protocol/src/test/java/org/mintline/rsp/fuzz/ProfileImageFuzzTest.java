package org.mintline.rsp.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mintline.rsp.image.Factory;
import org.mintline.rsp.image.ImageHeader;
import org.mintline.rsp.image.ImageMetadata;
import org.mintline.rsp.image.ProfileImageException;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/**
 * Spoilt images end in the typed error. The system property {@code mintline.fuzz.inputs} or {@code mintline.fuzz.inputs-each}
 * says how many are tried (20,000), {@code mintline.fuzz.seed} repeats a run.
 */
class ProfileImageFuzzTest {
    private static final int INPUTS =
            Integer.getInteger("mintline.fuzz.inputs-each", Integer.getInteger("mintline.fuzz.inputs", 20_000));

    @Example
    void a_spoilt_image_is_refused_whether_its_signer_signs_it_or_not() {
        long seed = Long.getLong("mintline.fuzz.seed", System.nanoTime());
        SplittableRandom random = new SplittableRandom(seed);
        Mutation mutation = new Mutation(random);
        List<byte[]> seeds = seeds();
        int accepted = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = mutation.next(seeds);
            boolean signed = input.length > 64 && random.nextBoolean();
            try {
                Factory.packets(signed ? Factory.signedAnew(input) : input);
                accepted++;
            } catch (ProfileImageException e) {
                assertThat(e.offset()).isBetween(0L, (long) input.length);
                assertThat(e.element()).isNotEmpty();
            } catch (RuntimeException e) {
                throw new AssertionError("mintline.fuzz.seed=" + seed + ", input " + i, e);
            }
        }
        assertThat(accepted)
                .as("changes that change nothing, or that the new signature undoes")
                .isLessThan(INPUTS / 5);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void a_header_decodes_to_the_same_value(@ForAll("headers") ImageHeader header) {
        assertThat(ImageHeader.decode(header.encoded()))
                .usingRecursiveComparison()
                .isEqualTo(header);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void metadata_decode_to_the_same_value(@ForAll("metadata") ImageMetadata metadata) {
        assertThat(ImageMetadata.decode(metadata.encoded()))
                .usingRecursiveComparison()
                .isEqualTo(metadata);
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void an_unknown_element_is_passed_over_if_it_is_private_and_refused_if_not(
            @ForAll("headers") ImageHeader header, @ForAll("metadata") ImageMetadata metadata) {
        assertThat(ImageHeader.decode(extended(header.encoded(), 0xC1)).created())
                .isEqualTo(header.created());
        assertThat(ImageMetadata.decode(extended(metadata.encoded(), 0xFF21)).iccid())
                .isEqualTo(metadata.iccid());
        assertThatThrownBy(() -> ImageHeader.decode(extended(header.encoded(), 0x99)))
                .isInstanceOf(DecodeException.class);
        assertThatThrownBy(() -> ImageMetadata.decode(extended(metadata.encoded(), 0xBF21)))
                .isInstanceOf(DecodeException.class);
    }

    @Provide
    Arbitrary<ImageHeader> headers() {
        return ImageCodecs.HEADER.values();
    }

    @Provide
    Arbitrary<ImageMetadata> metadata() {
        return ImageCodecs.METADATA.values();
    }

    private static byte[] extended(byte[] dataObject, int tag) {
        Tlv whole = Tlv.decode(dataObject, DecodeLimits.MESSAGE);
        return Tlv.encode(whole.tag(), whole.value(), Tlv.encode(tag, new byte[2]));
    }

    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (int packets = 1; packets <= 4; packets++) {
            List<byte[]> all = new ArrayList<>();
            for (int i = 0; i < packets; i++) {
                all.add(new byte[1 + 37 * i]);
            }
            seeds.add(Factory.image(all));
        }
        return seeds;
    }
}
