package org.mintline.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mintline.audit.AuditSearch;
import org.mintline.audit.CurrentActor;
import org.mintline.audit.TestAudit;
import org.mintline.testing.OnEveryDatabase;
import org.mintline.testing.TestClock;
import org.mintline.testing.TestDatabase;

class LinesTest {
    private static final String LINE = "factory-1";
    private static final IncomingMessage TOO_EARLY =
            new IncomingMessage(LINE, "BATCH_RECEIPT", "batch/receipt", 3, Optional.of(new byte[] {1, 2, 3}));

    private final TestClock clock = new TestClock();
    private final List<LineMessage> taken = new ArrayList<>();
    private boolean ready;

    private final class Receipts implements LineReceiver {
        @Override
        public Set<LineMessageKind> kinds() {
            return EnumSet.of(LineMessageKind.BATCH_RECEIPT);
        }

        @Override
        public void receive(String line, LineMessage message) {
            if (!ready) {
                throw new LineMessageRefusedException("no such batch");
            }
            taken.add(message);
        }
    }

    private DeadLetters deadLetters(TestDatabase database) {
        return new DeadLetters(database.entityManager(), new TestAudit(database, clock).trail(), clock);
    }

    private LineReception reception(TestDatabase database) {
        return new LineReception(List.of(new Receipts()), deadLetters(database), new LineMonitors(clock));
    }

    private Lines lines(TestDatabase database) {
        LineRepository repository = new LineRepository(database.entityManager());
        database.run(() -> new OutgoingMessages(repository, "node1", clock).open(LINE));
        CurrentActor ada = new CurrentActor() {
            @Override
            public String name() {
                return "console:ada";
            }
        };
        return new LinesBean(
                repository,
                new LineMonitors(clock),
                reception(database),
                deadLetters(database),
                new TestAudit(database, clock).trail(),
                ada,
                Set.of(LINE));
    }

    private List<String> audited(TestDatabase database) {
        return database
                .call(() -> new TestAudit(database, clock)
                        .search()
                        .find(AuditSearch.Query.about("line:" + LINE), Optional.empty(), 10))
                .stream()
                .map(line -> line.event().actor() + " " + line.event().action() + " "
                        + line.event().outcome())
                .toList();
    }

    @OnEveryDatabase
    void a_dead_letter_is_taken_in_when_it_is_tried_again_at_the_right_time(TestDatabase database) {
        Lines lines = lines(database);
        database.run(() -> reception(database).receive(TOO_EARLY));
        long number = database.call(() -> lines.deadLetters(LINE, Long.MAX_VALUE, 10))
                .get(0)
                .number();

        assertThat(database.call(() -> lines.retry(LINE, number))).get().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo("no such batch");
            assertThat(letter.tries()).isEqualTo(1);
        });
        ready = true;
        assertThat(database.call(() -> lines.retry(LINE, number))).isEmpty();

        assertThat(taken).extracting(LineMessage::identifier).containsExactly("batch/receipt");
        assertThat(database.call(() -> lines.deadLetters(LINE, Long.MAX_VALUE, 10)))
                .isEmpty();
        assertThat(audited(database))
                .containsExactlyInAnyOrder(
                        "system:line refuseLineMessage refused",
                        "console:ada retryLineMessage refused",
                        "console:ada retryLineMessage done");
    }

    @OnEveryDatabase
    void a_dead_letter_is_dropped_for_good(TestDatabase database) {
        Lines lines = lines(database);
        database.run(() -> reception(database).receive(TOO_EARLY));
        long number = database.call(() -> lines.deadLetters(LINE, Long.MAX_VALUE, 10))
                .get(0)
                .number();

        database.run(() -> lines.drop(LINE, number));

        assertThat(database.call(() -> lines.deadLetters(LINE, Long.MAX_VALUE, 10)))
                .isEmpty();
        assertThat(audited(database)).contains("console:ada dropLineMessage done");
        assertThatThrownBy(() -> database.run(() -> lines.drop(LINE, number)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @OnEveryDatabase
    void a_line_that_is_held_sends_nothing_until_it_goes_on(TestDatabase database) {
        Lines lines = lines(database);
        LineRepository repository = new LineRepository(database.entityManager());
        OutgoingMessages node = new OutgoingMessages(repository, "node1", clock);
        database.run(() -> new LineOutboxBean(repository, Set.of(LINE))
                .send(LINE, new LineMessage(LineMessageKind.BATCH_RECEIPT, "batch/receipt", new byte[3])));

        database.run(() -> lines.pause(LINE, true));
        assertThat(database.call(() -> node.next(LINE, Optional.empty()))).isEmpty();
        assertThat(database.call(lines::list)).singleElement().satisfies(line -> {
            assertThat(line.paused()).isTrue();
            assertThat(line.state()).isEqualTo(LineStatus.State.DOWN);
            assertThat(line.backlog()).isEqualTo(new LineBacklog(1, 3));
        });
        database.run(() -> lines.pause(LINE, false));
        assertThat(database.call(() -> node.next(LINE, Optional.empty()))).isPresent();
        assertThat(audited(database))
                .containsExactlyInAnyOrder("console:ada pauseLine done", "console:ada resumeLine done");
    }
}
