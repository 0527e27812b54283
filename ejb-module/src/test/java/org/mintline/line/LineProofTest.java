package org.mintline.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mintline.rsp.bulk.BatchCancellation;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.Randomness;
import org.mintline.rsp.scp03.AuthenticationFailedException;

class LineProofTest {
    private static final String LINE = "factory-1";
    private static final String KEYS =
            "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F" + "202122232425262728292A2B2C2D2E2F";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final BatchId BATCH = BatchId.of("00112233445566778899AABBCCDDEEFF");
    private static final LineMessage MESSAGE = new LineMessage(
            LineMessageKind.BATCH_CANCELLATION, BATCH + "/cancellation", new BatchCancellation(BATCH).encoded());

    private final Randomness randomness = Cryptography.system().randomness();
    private final LineKeys sender = keys("1:A:" + KEYS);
    private final LineKeys receiver = keys("1:B:" + KEYS);

    private static LineKeys keys(String text) {
        return LineKeys.parse(text.toCharArray(), LINE);
    }

    private static IncomingMessage received(String line, LineMessage message) {
        return new IncomingMessage(
                line,
                message.kind().name(),
                message.identifier(),
                message.content().length,
                Optional.of(message.content()));
    }

    @Test
    void both_ends_prove_the_key_set_and_the_sender_gets_the_ticket() {
        LineProof.Responder responder = new LineProof.Responder(LINE, receiver.incoming(), randomness);

        String ticket = LineProof.prove(sender.outgoing(), randomness, responder::answer);

        assertThat(responder.givenTicket()).contains(ticket);
        assertThat(ticket).hasSize(2 * LineProof.TICKET_LENGTH);
    }

    @Test
    void each_proof_has_fresh_challenges_and_another_ticket() {
        List<byte[]> commands = new ArrayList<>();
        List<String> tickets = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            LineProof.Responder responder = new LineProof.Responder(LINE, receiver.incoming(), randomness);
            tickets.add(LineProof.prove(sender.outgoing(), randomness, command -> {
                commands.add(command);
                return responder.answer(command);
            }));
        }

        assertThat(commands.stream().map(HEX::formatHex)).doesNotHaveDuplicates();
        assertThat(tickets).doesNotHaveDuplicates();
    }

    @Test
    void an_end_without_the_key_set_is_refused_by_the_other_whichever_it_is() {
        LineKeys stranger = keys("1:A:" + KEYS.replace('F', 'E'));
        LineProof.Responder responder = new LineProof.Responder(LINE, receiver.incoming(), randomness);
        LineProof.Responder imposter = new LineProof.Responder(LINE, stranger.outgoing(), randomness);

        assertThatThrownBy(() -> LineProof.prove(stranger.outgoing(), randomness, responder::answer))
                .isInstanceOf(AuthenticationFailedException.class);
        assertThatThrownBy(() -> LineProof.prove(sender.outgoing(), randomness, imposter::answer))
                .isInstanceOf(AuthenticationFailedException.class);
        assertThat(responder.givenTicket()).isEmpty();
    }

    @Test
    void the_right_cryptogram_is_asked_for_before_the_ticket() {
        LineProof.Responder responder = new LineProof.Responder(LINE, receiver.incoming(), randomness);

        assertThatThrownBy(() -> LineProof.prove(sender.outgoing(), randomness, command -> {
                    byte[] changed = command.clone();
                    if (command[1] == (byte) 0x82) {
                        changed[changed.length - 1] ^= 1;
                    }
                    return responder.answer(changed);
                }))
                .isInstanceOf(AuthenticationFailedException.class);
        assertThat(responder.givenTicket()).isEmpty();
    }

    @Test
    void what_an_end_said_proves_nothing_when_it_is_sent_back_to_it() {
        LineProof.Responder itself = new LineProof.Responder(LINE, sender.incoming(), randomness);

        assertThatThrownBy(() -> LineProof.prove(sender.outgoing(), randomness, itself::answer))
                .isInstanceOf(AuthenticationFailedException.class);
        assertThat(sender.verifies(received(LINE, MESSAGE), sender.mac(LINE, MESSAGE)))
                .isFalse();
    }

    @Test
    void a_message_counts_with_its_mac_alone() {
        byte[] mac = sender.mac(LINE, MESSAGE);
        LineMessage otherIdentifier = new LineMessage(MESSAGE.kind(), BATCH + "/other", MESSAGE.content());
        LineMessage otherKind =
                new LineMessage(LineMessageKind.BATCH_MANIFEST, MESSAGE.identifier(), MESSAGE.content());
        LineMessage otherContent = new LineMessage(
                MESSAGE.kind(), MESSAGE.identifier(), Arrays.copyOf(MESSAGE.content(), MESSAGE.content().length - 1));

        assertThat(receiver.verifies(received(LINE, MESSAGE), mac)).isTrue();
        assertThat(receiver.verifies(received("factory-2", MESSAGE), mac)).isFalse();
        assertThat(receiver.verifies(received(LINE, otherIdentifier), mac)).isFalse();
        assertThat(receiver.verifies(received(LINE, otherKind), mac)).isFalse();
        assertThat(receiver.verifies(received(LINE, otherContent), mac)).isFalse();
    }

    @Test
    void what_is_no_key_set_is_refused_without_telling_it() {
        for (String text : List.of("", "1:C:" + KEYS, "0:A:" + KEYS, "1:A:" + KEYS.substring(2), "A:" + KEYS)) {
            assertThatThrownBy(() -> keys(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining(KEYS.substring(2));
        }
    }

    @Test
    void the_example_of_the_documentation_is_what_the_code_does() throws IOException {
        assertThat(Files.readString(Path.of("../docs/formats/dedicated-line.md")))
                .contains("`" + HEX.formatHex(MESSAGE.content()) + "`")
                .contains("`" + HEX.formatHex(sender.outgoing().mac()) + "`")
                .contains("`" + HexFormat.of().formatHex(sender.mac(LINE, MESSAGE)) + "`");
    }
}
