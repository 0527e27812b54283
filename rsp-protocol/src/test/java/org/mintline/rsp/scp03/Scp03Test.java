package org.mintline.rsp.scp03;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.crypto.Randomness;
import org.mintline.rsp.crypto.ReproducibleRandomness;
import org.mintline.rsp.tlv.DecodeException;

class Scp03Test {
    private static final byte[] WHOSE = new byte[10];

    /** The keys of the exchange with a real card that the pySim project published as a test vector. */
    private static final KeySet PUBLISHED = new KeySet(
            0x30,
            hex("000102030405060708090a0b0c0d0e0f"),
            hex("101112131415161718191a1b1c1d1e1f"),
            hex("202122232425262728292a2b2c2d2e2f"));

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static CommandApdu command(String digits) {
        return CommandApdu.decode(hex(digits));
    }

    private static Randomness giving(String digits) {
        ByteBuffer octets = ByteBuffer.wrap(hex(digits));
        return octets::get;
    }

    /** Host and card with their channel open. */
    private record Pair(Scp03Host host, Scp03Card card) {
        static Pair open(ChallengeLength length) {
            Scp03Host host = new Scp03Host(PUBLISHED, length, new ReproducibleRandomness(1));
            Scp03Card card = new Scp03Card(PUBLISHED, WHOSE, length, new ReproducibleRandomness(2));
            card.externalAuthenticate(host.externalAuthenticate(card.initializeUpdate(host.initializeUpdate())));
            return new Pair(host, card);
        }
    }

    @Test
    void a_host_speaks_as_in_the_published_exchange_with_a_real_card() {
        Scp03Host host = new Scp03Host(PUBLISHED, ChallengeLength.S8, giving("b13e5f938fc108c4"));

        assertThat(host.initializeUpdate().encoded()).isEqualTo(hex("8050300008b13e5f938fc108c400"));
        assertThat(host.externalAuthenticate(hex("000000000000000000003003703eb51047495b249f66c484c1d2ef1948000002"))
                        .encoded())
                .isEqualTo(hex("84821100107d5f5826a993ebc89eea24957fa0b3ce"));
        assertThat(host.wrap(command("80e2910006bf3e035c015a00")).encoded())
                .isEqualTo(hex("84e291000ebf3e035c015a558d036518a2829700"));
        assertThat(host.unwrap(hex("bf3e125a1089882119900000000000000000000005971be68992dbbdfa"), 0x9000))
                .isEqualTo(hex("bf3e125a1089882119900000000000000000000005"));
        assertThat(host.wrap(command("80f22002")).encoded()).isEqualTo(hex("84f220020863a63f8959827fb2"));
        assertThat(host.wrap(command("80ca006600")).encoded()).isEqualTo(hex("84ca006608a0c6a4a74166f7ce00"));
    }

    @Test
    void a_card_that_gets_the_published_challenges_gives_the_published_cryptogram_and_takes_the_published_commands() {
        Scp03Card card = new Scp03Card(PUBLISHED, WHOSE, ChallengeLength.S8, giving("3eb51047495b249f"));

        byte[] answer = card.initializeUpdate(command("8050300008b13e5f938fc108c400"));
        assertThat(HexFormat.of().formatHex(answer)).endsWith("3eb51047495b249f66c484c1d2ef1948");
        card.externalAuthenticate(command("84821100107d5f5826a993ebc89eea24957fa0b3ce"));
        assertThat(card.unwrap(command("84e291000ebf3e035c015a558d036518a2829700"))
                        .encoded())
                .isEqualTo(hex("80e2910006bf3e035c015a00"));
        assertThat(card.wrap(hex("bf3e125a1089882119900000000000000000000005"), 0x9000))
                .isEqualTo(hex("bf3e125a1089882119900000000000000000000005971be68992dbbdfa"));
    }

    @Property(tries = 200)
    void what_one_end_sends_the_other_end_gets(
            @ForAll ChallengeLength length,
            @ForAll @Size(max = 239) byte[] data,
            @ForAll @Size(max = 240) byte[] answer) {
        Pair pair = Pair.open(length);
        CommandApdu sent = new CommandApdu(0x80, 0xE2, 0x11, 0, data, OptionalInt.empty());

        assertThat(pair.card().unwrap(pair.host().wrap(sent)).encoded()).isEqualTo(sent.encoded());
        assertThat(pair.host().unwrap(pair.card().wrap(answer, 0x9000), 0x9000)).isEqualTo(answer);
    }

    @Property(tries = 200)
    void a_changed_bit_of_a_command_closes_the_channel(
            @ForAll ChallengeLength length,
            @ForAll @Size(min = 1, max = 200) byte[] data,
            @ForAll @IntRange(max = 10_000) int position) {
        Pair pair = Pair.open(length);
        CommandApdu wrapped = pair.host().wrap(new CommandApdu(0x80, 0xE2, 0x11, 0, data, OptionalInt.empty()));
        byte[] changed = wrapped.data().clone();
        int bit = position % (changed.length * 8);
        changed[bit / 8] ^= (byte) (1 << bit % 8);
        CommandApdu forged =
                new CommandApdu(wrapped.cla(), wrapped.ins(), wrapped.p1(), wrapped.p2(), changed, wrapped.le());

        assertThatThrownBy(() -> pair.card().unwrap(forged)).isInstanceOf(AuthenticationFailedException.class);
        assertThatThrownBy(() -> pair.card().unwrap(wrapped)).isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void a_command_that_is_replayed_is_refused() {
        Pair pair = Pair.open(ChallengeLength.S16);
        CommandApdu wrapped = pair.host().wrap(command("80f22002"));
        pair.card().unwrap(wrapped);

        assertThatThrownBy(() -> pair.card().unwrap(wrapped)).isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void a_host_does_not_go_on_with_a_card_of_other_keys() {
        Scp03Host host =
                new Scp03Host(PUBLISHED.diversifiedFor(hex("01")), ChallengeLength.S16, new ReproducibleRandomness(1));
        Scp03Card card = new Scp03Card(
                PUBLISHED.diversifiedFor(hex("02")), WHOSE, ChallengeLength.S16, new ReproducibleRandomness(2));
        byte[] answer = card.initializeUpdate(host.initializeUpdate());

        assertThatThrownBy(() -> host.externalAuthenticate(answer))
                .isInstanceOf(AuthenticationFailedException.class)
                .hasMessageContaining("does not have the key set");
    }

    @Test
    void a_card_lets_in_no_host_that_only_repeats_what_it_heard() {
        Scp03Host honest = new Scp03Host(PUBLISHED, ChallengeLength.S16, new ReproducibleRandomness(1));
        Scp03Card card = new Scp03Card(PUBLISHED, WHOSE, ChallengeLength.S16, new ReproducibleRandomness(2));
        CommandApdu first = honest.initializeUpdate();
        CommandApdu heard = honest.externalAuthenticate(card.initializeUpdate(first));
        card.externalAuthenticate(heard);

        card.initializeUpdate(first);
        assertThatThrownBy(() -> card.externalAuthenticate(heard)).isInstanceOf(AuthenticationFailedException.class);
        assertThat(card.isAuthenticated()).isFalse();
    }

    @Test
    void nothing_goes_through_before_both_ends_are_authenticated() {
        Scp03Host host = new Scp03Host(PUBLISHED, ChallengeLength.S16, new ReproducibleRandomness(1));
        Scp03Card card = new Scp03Card(PUBLISHED, WHOSE, ChallengeLength.S16, new ReproducibleRandomness(2));

        assertThatThrownBy(() -> card.externalAuthenticate(command("84821100107d5f5826a993ebc89eea24957fa0b3ce")))
                .isInstanceOf(AuthenticationFailedException.class);
        assertThatThrownBy(() -> card.unwrap(command("80f22002"))).isInstanceOf(AuthenticationFailedException.class);
        card.initializeUpdate(host.initializeUpdate());
        assertThatThrownBy(() -> card.unwrap(command("84f220020863a63f8959827fb2")))
                .isInstanceOf(AuthenticationFailedException.class);
        assertThatThrownBy(() -> host.wrap(command("80f22002"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void each_device_has_keys_of_its_own() {
        KeySet one = PUBLISHED.diversifiedFor(hex("89049032000000000000000000000001"));
        KeySet other = PUBLISHED.diversifiedFor(hex("89049032000000000000000000000002"));

        assertThat(one.enc())
                .isNotEqualTo(other.enc())
                .isNotEqualTo(PUBLISHED.enc())
                .isNotEqualTo(one.mac());
        assertThat(one.mac())
                .isEqualTo(PUBLISHED
                        .diversifiedFor(hex("89049032000000000000000000000001"))
                        .mac());
        assertThat(one.toString()).doesNotContain(HexFormat.of().formatHex(one.enc()));
    }

    @Property(tries = 2_000)
    void an_answer_of_any_bytes_is_refused_with_a_typed_error(@ForAll @Size(max = 80) byte[] answer) {
        Scp03Host host = new Scp03Host(PUBLISHED, ChallengeLength.S16, new ReproducibleRandomness(1));

        assertThatThrownBy(() -> host.externalAuthenticate(answer))
                .isInstanceOfAny(DecodeException.class, AuthenticationFailedException.class);
    }
}
