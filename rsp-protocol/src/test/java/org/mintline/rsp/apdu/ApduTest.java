package org.mintline.rsp.apdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mintline.rsp.tlv.DecodeException;

class ApduTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final int MAXIMUM = 70_000;

    @Property(tries = 500)
    void a_command_survives_its_coding(
            @ForAll @IntRange(max = 255) int header,
            @ForAll @Size(max = 255) byte[] data,
            @ForAll @IntRange(max = 256) int le) {
        OptionalInt expected = le == 0 ? OptionalInt.empty() : OptionalInt.of(le);
        CommandApdu command = new CommandApdu(header, 255 - header, header, 0, data, expected);
        CommandApdu decoded = CommandApdu.decode(command.encoded());
        assertThat(decoded.encoded()).isEqualTo(command.encoded());
        assertThat(decoded.data()).isEqualTo(data);
        assertThat(decoded.le()).isEqualTo(expected);
    }

    @Property(tries = 200)
    void a_response_survives_its_coding(
            @ForAll @Size(max = 256) byte[] data, @ForAll @IntRange(max = 0xFFFF) int statusWord) {
        ResponseApdu decoded = ResponseApdu.decode(new ResponseApdu(data, statusWord).encoded());
        assertThat(decoded.data()).isEqualTo(data);
        assertThat(decoded.statusWord()).isEqualTo(statusWord);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "80e291", "80e2910002bf", "80e291000000", "80e2910001bf0000"})
    void what_is_no_command_is_refused(String hex) {
        byte[] input = HEX.parseHex(hex);
        assertThatThrownBy(() -> CommandApdu.decode(input)).isInstanceOf(DecodeException.class);
    }

    @Property(tries = 200)
    void blocks_of_any_size_join_to_the_same_data(
            @ForAll @Size(min = 1, max = 3000) byte[] data, @ForAll @IntRange(min = 12, max = 255) int blockSize) {
        StoreDataReassembly reassembly = new StoreDataReassembly(MAXIMUM);
        List<CommandApdu> blocks = Commands.storeData(1, data, blockSize);
        Optional<byte[]> whole = Optional.empty();
        for (CommandApdu block : blocks) {
            assertThat(whole).isEmpty();
            whole = reassembly.accept(CommandApdu.decode(block.encoded()));
        }
        assertThat(whole).hasValueSatisfying(w -> assertThat(w).isEqualTo(data));
    }

    @Test
    void a_request_is_cut_as_the_standard_says() {
        List<CommandApdu> blocks = Commands.storeData(2, new byte[256], 255);
        assertThat(blocks).hasSize(2);
        assertThat(HEX.formatHex(blocks.get(0).encoded()))
                .startsWith("82e21100ff")
                .hasSize(2 * 260);
        assertThat(HEX.formatHex(blocks.get(1).encoded())).isEqualTo("82e291010100");
    }

    @Test
    void a_request_without_blocks_or_with_too_many_is_not_cut() {
        assertThatIllegalArgumentException().isThrownBy(() -> Commands.storeData(0, new byte[0], 255));
        assertThatIllegalArgumentException().isThrownBy(() -> Commands.storeData(0, new byte[257], 1));
    }

    @Test
    void a_block_out_of_turn_is_refused_and_block_0_begins_anew() {
        StoreDataReassembly reassembly = new StoreDataReassembly(MAXIMUM);
        List<CommandApdu> blocks = Commands.storeData(0, new byte[] {1, 2, 3}, 1);
        reassembly.accept(blocks.get(0));
        assertThatThrownBy(() -> reassembly.accept(blocks.get(2)))
                .isInstanceOfSatisfying(
                        ApduException.class, e -> assertThat(e.statusWord()).isEqualTo(StatusWord.INCORRECT_P1_P2));
        assertThatThrownBy(() -> reassembly.accept(blocks.get(1))).isInstanceOf(ApduException.class);
        blocks.subList(0, 2).forEach(reassembly::accept);
        assertThat(reassembly.accept(blocks.get(2))).hasValue(new byte[] {1, 2, 3});
    }

    @Test
    void data_that_do_not_fit_are_refused() {
        StoreDataReassembly reassembly = new StoreDataReassembly(3);
        List<CommandApdu> blocks = Commands.storeData(0, new byte[4], 2);
        reassembly.accept(blocks.get(0));
        assertThatThrownBy(() -> reassembly.accept(blocks.get(1)))
                .isInstanceOfSatisfying(
                        ApduException.class, e -> assertThat(e.statusWord()).isEqualTo(StatusWord.NOT_ENOUGH_MEMORY));
    }

    @Property(tries = 100)
    void an_answer_of_any_length_is_fetched_whole(@ForAll @Size(max = 2000) byte[] answer) {
        ResponseQueue queue = new ResponseQueue();
        ApduChannel channel = new ApduChannel(
                bytes -> {
                    CommandApdu command = CommandApdu.decode(bytes);
                    return (command.ins() == Commands.GET_RESPONSE
                                    ? queue.next(command.le().orElseThrow())
                                    : queue.offer(answer))
                            .encoded();
                },
                1);
        ResponseApdu response = channel.storeData(new byte[] {1});
        assertThat(response.isOk()).isTrue();
        assertThat(response.data()).isEqualTo(answer);
    }

    @Test
    void a_command_is_repeated_with_the_length_that_the_card_names() {
        ApduChannel channel = new ApduChannel(
                bytes -> CommandApdu.decode(bytes).le().orElse(0) == 3
                        ? HEX.parseHex("0102039000")
                        : HEX.parseHex("6c03"),
                0);
        assertThat(channel.transmit(Commands.getResponse(0, 256)).data()).containsExactly(1, 2, 3);
    }

    @Test
    void a_card_that_never_ends_its_answer_is_left() {
        ApduChannel channel = new ApduChannel(bytes -> HEX.parseHex("6110"), 0);
        assertThatThrownBy(() -> channel.storeData(new byte[] {1})).isInstanceOf(ApduException.class);
    }

    @Test
    void an_error_of_a_block_ends_the_request() {
        ApduChannel channel = new ApduChannel(
                bytes -> ResponseApdu.of(StatusWord.INCORRECT_DATA).encoded(), 0);
        assertThat(channel.storeData(new byte[600]).statusWord()).isEqualTo(0x6A80);
    }

    @ParameterizedTest
    @CsvSource({"0, 0x00, 0x80", "3, 0x03, 0x83", "4, 0x40, 0xC0", "19, 0x4F, 0xCF"})
    void the_class_byte_names_the_channel(int channel, int interindustry, int globalPlatform) {
        assertThat(LogicalChannel.in(0x00, channel)).isEqualTo(interindustry);
        assertThat(LogicalChannel.in(0x80, channel)).isEqualTo(globalPlatform);
        assertThat(LogicalChannel.of(interindustry)).isEqualTo(channel);
        assertThat(LogicalChannel.of(globalPlatform)).isEqualTo(channel);
        assertThat(LogicalChannel.base(globalPlatform)).isEqualTo(0x80);
    }

    @Test
    void the_isd_r_is_selected_by_its_aid() {
        assertThat(HEX.formatHex(Commands.select(1, Commands.isdrAid()).encoded()))
                .isEqualTo("01a4040010a0000005591010ffffffff890000010000");
        assertThat(HEX.formatHex(Commands.openChannel().encoded())).isEqualTo("0070000001");
        assertThat(HEX.formatHex(Commands.closeChannel(1).encoded())).isEqualTo("00708001");
    }
}
