package org.mintline.device.factory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.mintline.device.factory.link.AnsweringEnd;
import org.mintline.device.factory.link.Frame;
import org.mintline.device.factory.link.FrameException.Reason;
import org.mintline.device.factory.link.FrameReader;
import org.mintline.device.factory.link.FrameType;
import org.mintline.device.factory.link.PipeWire;
import org.mintline.device.factory.protocol.Instruction;
import org.mintline.rsp.apdu.ResponseApdu;

class FrameTest {
    private final PipeWire.Pair wire = PipeWire.pair();
    private final FrameReader reader = new FrameReader(wire.station());

    @Property(tries = 200)
    void what_is_sent_arrives(
            @ForAll FrameType type, @ForAll @IntRange(max = 255) int sequence, @ForAll @Size(max = 261) byte[] payload)
            throws IOException {
        Frame frame = new Frame(type, sequence, payload);

        wire.device().write(frame.encoded());

        assertSame(reader.next(1000), frame);
    }

    @Property(tries = 200)
    void a_frame_arrives_whatever_noise_is_before_it(
            @ForAll @Size(max = 700) byte[] noise, @ForAll @Size(max = 40) byte[] payload) throws IOException {
        Frame frame = new Frame(FrameType.ANSWER, 7, payload);

        wire.device().write(noise);
        wire.device().write(frame.encoded());

        assertSame(reader.next(1000), frame);
    }

    @Property(tries = 200)
    void a_changed_byte_is_never_taken_for_what_was_sent(
            @ForAll @Size(min = 1, max = 40) byte[] payload,
            @ForAll @IntRange(min = 1, max = 255) int change,
            @ForAll @IntRange(max = 1000) int position)
            throws IOException {
        byte[] changed = new Frame(FrameType.REQUEST, 1, payload).encoded();
        changed[position % changed.length] ^= (byte) change;
        Frame next = new Frame(FrameType.REQUEST, 2, payload);

        wire.device().write(changed);
        wire.device().write(next.encoded());

        Frame first = reader.next(1000).orElseThrow();
        if (first.sequence() == 1) {
            // what was changed is a flag at the end, for which the next one stands in, or at the beginning of a silent
            // line
            assertThat(first.payload()).isEqualTo(payload);
        } else {
            assertSame(Optional.of(first), next);
        }
    }

    @Example
    void why_something_is_no_frame_is_counted() throws IOException {
        byte[] wrong = new Frame(FrameType.REQUEST, 1, new byte[] {1, 2, 3}).encoded();
        wrong[6] ^= 1;
        wire.device().write(wrong);
        wire.device().write(new byte[] {0x7E, 1, 2, 0x7E});
        wire.device().write(new byte[] {0x7E, 1, 0x7D, 0x7E});
        wire.device().write(new byte[2000]);
        wire.device().write(new byte[] {0x7E});

        assertThat(reader.next(50)).isEmpty();
        assertThat(reader.dropped())
                .isEqualTo(Map.of(
                        Reason.WRONG_CHECK_SUM, 1, Reason.WRONG_LENGTH, 1, Reason.WRONG_ESCAPE, 1, Reason.TOO_LONG, 1));
    }

    @Example
    void a_request_that_comes_again_is_answered_again_and_carried_out_once() throws IOException {
        int[] carriedOut = {0};
        AnsweringEnd end = new AnsweringEnd(
                wire.device(), command -> new ResponseApdu(new byte[] {(byte) ++carriedOut[0]}, 0x9000));
        byte[] request = new Frame(
                        FrameType.REQUEST,
                        9,
                        Instruction.COMMIT_IMAGE.command(0, 0, new byte[0]).encoded())
                .encoded();
        wire.station().write(request);
        wire.station().write(request);

        assertThat(end.answerNext(1000)).isTrue();
        assertThat(end.answerNext(1000)).isTrue();

        Frame first = reader.next(1000).orElseThrow();
        assertSame(reader.next(1000), first);
        assertThat(carriedOut).containsExactly(1);
    }

    private static void assertSame(Optional<Frame> actual, Frame expected) {
        assertThat(actual).isPresent();
        assertThat(actual.get().type()).isEqualTo(expected.type());
        assertThat(actual.get().sequence()).isEqualTo(expected.sequence());
        assertThat(Arrays.equals(actual.get().payload(), expected.payload())).isTrue();
    }
}
