package org.mintline.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mintline.tenancy.OperatorId;
import org.mintline.testing.OnEveryDatabase;
import org.mintline.testing.SampleOperators;
import org.mintline.testing.TestClock;
import org.mintline.testing.TestDatabase;

class SealTest {
    private static final byte[] SECRET = "465B5CE8B199B49FAA5F0A2EE238A6BC".getBytes(StandardCharsets.US_ASCII);
    private static final String CONTEXT = "profile:8944000000000000001:credentials";

    private final TestClock clock = new TestClock();

    private DataKeySeal seal(TestDatabase database, KeyWrapping wrapping) {
        return new DataKeySeal(TestKeys.dataKeys(database, wrapping, clock), clock);
    }

    @OnEveryDatabase
    void what_was_sealed_opens_after_a_restart(TestDatabase database) {
        OperatorId salish = SampleOperators.operator(database, "Salish");
        byte[] sealed = seal(database, TestKeys.wrapping()).seal(salish, CONTEXT, SECRET);

        assertThat(seal(database, TestKeys.wrapping()).open(salish, CONTEXT, sealed))
                .isEqualTo(SECRET);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(SECRET, StandardCharsets.ISO_8859_1));
    }

    @OnEveryDatabase
    void equal_secrets_have_different_seals(TestDatabase database) {
        OperatorId salish = SampleOperators.operator(database, "Salish");
        DataKeySeal seal = seal(database, TestKeys.wrapping());

        assertThat(seal.seal(salish, CONTEXT, SECRET)).isNotEqualTo(seal.seal(salish, CONTEXT, SECRET));
    }

    @OnEveryDatabase
    void no_altered_or_moved_seal_opens(TestDatabase database) {
        OperatorId salish = SampleOperators.operator(database, "Salish");
        OperatorId haida = SampleOperators.operator(database, "Haida");
        DataKeySeal seal = seal(database, TestKeys.wrapping());
        byte[] sealed = seal.seal(salish, CONTEXT, SECRET);
        seal.seal(haida, CONTEXT, SECRET);

        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> seal.open(salish, CONTEXT, altered)).isInstanceOf(SealBrokenException.class);
        }
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> seal.open(salish, CONTEXT, cut)).isInstanceOf(SealBrokenException.class);
        }
        assertThatThrownBy(() -> seal.open(haida, CONTEXT, sealed)).isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> seal.open(salish, "profile:other", sealed)).isInstanceOf(SealBrokenException.class);
    }

    @OnEveryDatabase
    void after_a_rotation_new_seals_use_the_new_key_and_old_ones_open(TestDatabase database) {
        OperatorId salish = SampleOperators.operator(database, "Salish");
        List<KeyChanged> changes = new ArrayList<>();
        DataKeySeal seal = seal(database, TestKeys.wrapping());
        DataKeySeal otherNode = seal(database, TestKeys.wrapping());
        byte[] before = seal.seal(salish, CONTEXT, SECRET);
        otherNode.seal(salish, CONTEXT, SECRET);

        database.run(() -> new KeyRotation(seal, changes::add).rotateDataKey(salish));
        byte[] after = seal.seal(salish, CONTEXT, SECRET);
        clock.advance(Duration.ofMinutes(1));
        byte[] afterElsewhere = otherNode.seal(salish, CONTEXT, SECRET);

        assertThat(keyNumber(after)).isNotEqualTo(keyNumber(before)).isEqualTo(keyNumber(afterElsewhere));
        assertThat(seal.open(salish, CONTEXT, before)).isEqualTo(SECRET);
        assertThat(seal.open(salish, CONTEXT, afterElsewhere)).isEqualTo(SECRET);
        assertThat(changes).extracting(KeyChanged::action).containsExactly("rotateDataKey");
    }

    @OnEveryDatabase
    void a_new_key_encryption_key_takes_over_the_data_keys(TestDatabase database) {
        OperatorId salish = SampleOperators.operator(database, "Salish");
        byte[] sealed = seal(database, TestKeys.wrapping()).seal(salish, CONTEXT, SECRET);
        KeyEncryptionKey next = TestKeys.kek(2);
        KeyWrapping takingOver = TestKeys.wrapping(next, Optional.of(TestKeys.KEK));

        DataKeyStore store = TestKeys.dataKeys(database, takingOver, clock);
        assertThat(store.rewrapSome(next.checkValue())).isEqualTo(1);
        assertThat(store.rewrapSome(next.checkValue())).isZero();

        KeyWrapping onlyNext = TestKeys.wrapping(next, Optional.empty());
        assertThat(seal(database, onlyNext).open(salish, CONTEXT, sealed)).isEqualTo(SECRET);
        assertThatThrownBy(() -> seal(database, TestKeys.wrapping()).open(salish, CONTEXT, sealed))
                .isInstanceOf(SealBrokenException.class)
                .hasMessageContaining(next.checkValue());
    }

    private static String keyNumber(byte[] sealed) {
        return java.util.HexFormat.of().formatHex(sealed, 1, 9);
    }
}
