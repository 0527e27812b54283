package org.mintline.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mintline.line.OutgoingMessages.Batch;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.testing.OnEveryDatabase;
import org.mintline.testing.TestClock;
import org.mintline.testing.TestDatabase;

class LineOutboxTest {
    private static final String LINE = "factory-1";
    private static final String BATCH = "00112233445566778899AABBCCDDEEFF";

    private final TestClock clock = new TestClock();

    private LineOutbox outbox(TestDatabase database) {
        database.run(() -> node(database, "any").open(LINE));
        return new LineOutboxBean(new LineRepository(database.entityManager()), Set.of(LINE));
    }

    private OutgoingMessages node(TestDatabase database, String name) {
        return new OutgoingMessages(new LineRepository(database.entityManager()), name, clock);
    }

    private static LineMessage message(int number, int length) {
        byte[] content = new byte[length];
        new Random(number).nextBytes(content);
        return new LineMessage(LineMessageKind.PROFILE_PACKETS, BATCH + "/" + number, content);
    }

    private static void send(TestDatabase database, LineOutbox outbox, int from, int to, int length) {
        database.run(() -> IntStream.range(from, to).forEach(number -> outbox.send(LINE, message(number, length))));
    }

    @OnEveryDatabase
    void messages_come_out_whole_and_in_order_and_are_forgotten_when_the_broker_has_them(TestDatabase database) {
        LineOutbox outbox = outbox(database);
        OutgoingMessages node = node(database, "node1");
        send(database, outbox, 0, 300, 100);

        Batch first = database.call(() -> node.next(LINE, Optional.empty())).orElseThrow();
        Batch second = database.call(() -> node.next(LINE, Optional.of(first))).orElseThrow();

        assertThat(first.messages()).hasSize(200);
        assertThat(second.messages()).hasSize(100);
        assertThat(second.messages().get(99).identifier()).isEqualTo(BATCH + "/299");
        assertThat(second.messages().get(99).content())
                .isEqualTo(message(299, 100).content());
        assertThat(database.call(() -> node.next(LINE, Optional.of(second)))).isEmpty();
        assertThat(database.call(() -> outbox.room(LINE))).isEqualTo(10_000);
    }

    @OnEveryDatabase
    void the_longest_content_comes_out_as_it_went_in(TestDatabase database) {
        LineOutbox outbox = outbox(database);
        send(database, outbox, 0, 1, ProfilePackets.MAXIMUM_LENGTH);

        Batch batch = database.call(() -> node(database, "node1").next(LINE, Optional.empty()))
                .orElseThrow();

        assertThat(batch.messages().get(0).content())
                .isEqualTo(message(0, ProfilePackets.MAXIMUM_LENGTH).content());
    }

    @OnEveryDatabase
    void a_batch_holds_few_messages_if_they_are_long(TestDatabase database) {
        LineOutbox outbox = outbox(database);
        send(database, outbox, 0, 10, 1_000_000);

        assertThat(database.call(() -> node(database, "node1").next(LINE, Optional.empty()))
                        .orElseThrow()
                        .messages())
                .hasSize(4);
    }

    @OnEveryDatabase
    void what_was_not_confirmed_comes_again(TestDatabase database) {
        LineOutbox outbox = outbox(database);
        send(database, outbox, 0, 3, 100);
        OutgoingMessages node = node(database, "node1");

        Batch before = database.call(() -> node.next(LINE, Optional.empty())).orElseThrow();
        Batch after = database.call(() -> node.next(LINE, Optional.empty())).orElseThrow();

        assertThat(after.ids()).isEqualTo(before.ids());
    }

    @OnEveryDatabase
    void one_node_sends_until_its_lease_runs_out(TestDatabase database) {
        LineOutbox outbox = outbox(database);
        send(database, outbox, 0, 3, 100);
        OutgoingMessages dying = node(database, "node1");
        OutgoingMessages other = node(database, "node2");

        assertThat(database.call(() -> dying.next(LINE, Optional.empty()))).isPresent();
        assertThat(database.call(() -> other.next(LINE, Optional.empty()))).isEmpty();
        clock.advance(OutgoingMessages.LEASE.plus(Duration.ofSeconds(1)));
        assertThat(database.call(() -> other.next(LINE, Optional.empty()))).isPresent();
    }

    @OnEveryDatabase
    void a_message_that_waits_already_is_not_added_again(TestDatabase database) {
        LineOutbox outbox = outbox(database);
        send(database, outbox, 0, 3, 100);
        send(database, outbox, 0, 4, 100);

        assertThat(database.call(() -> node(database, "node1").next(LINE, Optional.empty()))
                        .orElseThrow()
                        .messages())
                .hasSize(4);
    }

    @OnEveryDatabase
    void what_the_broker_may_have_cannot_be_withdrawn(TestDatabase database) {
        LineOutbox outbox = outbox(database);
        send(database, outbox, 0, 200, 100);
        database.call(() -> node(database, "node1").next(LINE, Optional.empty()));
        send(database, outbox, 200, 250, 100);

        assertThat(database.call(() -> outbox.withdraw(LINE, "FFEEDDCCBBAA99887766554433221100")))
                .isZero();
        assertThat(database.call(() -> outbox.withdraw(LINE, BATCH))).isEqualTo(50);
    }

    @Test
    void room_ends_by_number_and_by_bytes() {
        assertThat(List.of(
                        new LineBacklog(0, 0).room(),
                        new LineBacklog(9_990, 9_990).room(),
                        new LineBacklog(12_000, 12_000).room(),
                        new LineBacklog(199, 199_000_000).room(),
                        new LineBacklog(300, 300_000_000).room()))
                .isEqualTo(Arrays.asList(10_000, 10, 0, 1, 0));
    }

    @OnEveryDatabase
    void an_unknown_line_and_messages_out_of_bounds_are_refused(TestDatabase database) {
        LineOutbox outbox = outbox(database);

        assertThatThrownBy(() -> outbox.room("other")).hasMessage("there is no line other");
        assertThatThrownBy(() -> outbox.send(LINE, message(1, ProfilePackets.MAXIMUM_LENGTH + 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> outbox.withdraw(LINE, "short")).isInstanceOf(IllegalArgumentException.class);
    }
}
