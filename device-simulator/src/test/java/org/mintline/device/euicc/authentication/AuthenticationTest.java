package org.mintline.device.euicc.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** AUTHENTICATE as a network sees it. */
class AuthenticationTest {
    private static final byte[] RAND = HexFormat.of().parseHex("23553cbe9637a89d218ae64dae47bf35");
    private static final byte[] AMF = {(byte) 0x80, 0};
    private static final long LIMIT = 1L << 28;

    private final Milenage milenage = new Milenage(
            HexFormat.of().parseHex("465b5ce8b199b49faa5f0a2ee238a6bc"),
            HexFormat.of().parseHex("cd63cb71954a9f4e48a5994e37a02baf"));
    private final Authentication usim = new Authentication(milenage, new SequenceNumbers(new long[32], LIMIT, LIMIT));

    @Test
    void a_genuine_fresh_challenge_is_answered_with_the_keys() {
        Authentication.Outcome outcome = usim.authenticate(RAND, autn(1 << 5));

        assertThat(outcome).isInstanceOfSatisfying(Authentication.Success.class, success -> assertThat(
                        success.keys().res())
                .isEqualTo(milenage.f2345(RAND).res()));
    }

    @Test
    void a_challenge_that_comes_twice_asks_for_synchronisation_with_the_highest_number() {
        usim.authenticate(RAND, autn(7 << 5));

        Authentication.Outcome outcome = usim.authenticate(RAND, autn(7 << 5));

        assertThat(outcome).isInstanceOfSatisfying(Authentication.SynchronisationFailure.class, failure -> {
            byte[] sqnMs = Bytes.xor(Arrays.copyOf(failure.auts(), 6), milenage.f5Star(RAND));
            assertThat(Bytes.toLong(sqnMs)).isEqualTo(7 << 5);
            assertThat(Arrays.copyOfRange(failure.auts(), 6, 14)).isEqualTo(milenage.f1Star(RAND, sqnMs, new byte[2]));
        });
    }

    @Test
    void another_index_may_bring_the_same_number() {
        usim.authenticate(RAND, autn(7 << 5));

        assertThat(usim.authenticate(RAND, autn(7 << 5 | 1))).isInstanceOf(Authentication.Success.class);
    }

    @Test
    void a_number_that_runs_too_far_ahead_is_not_taken() {
        assertThat(usim.authenticate(RAND, autn(LIMIT + 1 << 5)))
                .isInstanceOf(Authentication.SynchronisationFailure.class);
    }

    @Test
    void a_network_without_the_key_is_refused_and_moves_no_number() {
        byte[] forged = autn(1 << 5);
        forged[15] ^= 1;

        assertThat(usim.authenticate(RAND, forged)).isInstanceOf(Authentication.MacFailure.class);
        assertThat(usim.sequenceNumbers().snapshot()).containsOnly(0);
    }

    private byte[] autn(long sqn) {
        byte[] sqnBytes = Bytes.sixBytes(sqn);
        byte[] concealed = Bytes.xor(sqnBytes, milenage.f2345(RAND).ak());
        return Bytes.concatenate(concealed, AMF, milenage.f1(RAND, sqnBytes, AMF));
    }
}
