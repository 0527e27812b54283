package org.mintline.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mintline.audit.AuditSearch;
import org.mintline.audit.TestAudit;
import org.mintline.rsp.bulk.BatchCancellation;
import org.mintline.testing.OnEveryDatabase;
import org.mintline.testing.TestClock;
import org.mintline.testing.TestDatabase;

class LineReceptionTest {
    private static final String LINE = "factory-1";

    private final TestClock clock = new TestClock();
    private final List<LineMessage> taken = new ArrayList<>();
    private Optional<RuntimeException> failure = Optional.empty();

    private final class Cancellations implements LineReceiver {
        @Override
        public Set<LineMessageKind> kinds() {
            return Set.of(LineMessageKind.BATCH_CANCELLATION);
        }

        @Override
        public void receive(String line, LineMessage message) {
            failure.ifPresent(thrown -> {
                throw thrown;
            });
            if (message.content().length > 1) {
                BatchCancellation.decode(message.content());
            }
            taken.add(message);
        }
    }

    private DeadLetters deadLetters(TestDatabase database) {
        return new DeadLetters(database.entityManager(), new TestAudit(database, clock).trail(), clock);
    }

    private void receive(TestDatabase database, String kind, byte[] content) {
        LineReception reception =
                new LineReception(List.of(new Cancellations()), deadLetters(database), new LineMonitors(clock));
        database.run(() ->
                reception.receive(new IncomingMessage(LINE, kind, "message 1", content.length, Optional.of(content))));
    }

    private List<DeadLetter> letters(TestDatabase database) {
        return database.call(() -> deadLetters(database).list(LINE, Long.MAX_VALUE, 10));
    }

    @OnEveryDatabase
    void a_message_goes_to_the_receiver_of_its_kind(TestDatabase database) {
        receive(database, "BATCH_CANCELLATION", new byte[1]);

        assertThat(taken).extracting(LineMessage::kind).containsExactly(LineMessageKind.BATCH_CANCELLATION);
        assertThat(letters(database)).isEmpty();
    }

    @OnEveryDatabase
    void what_can_never_be_taken_in_lies_among_the_dead_letters_with_its_reason_and_an_audit_line(
            TestDatabase database) {
        failure = Optional.of(new IllegalStateException(new LineMessageRefusedException("no such batch")));

        receive(database, "BATCH_CANCELLATION", new byte[1]);
        receive(database, "BATCH_CANCELLATION", new byte[1]);

        assertThat(letters(database)).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo("no such batch");
            assertThat(letter.kept()).isTrue();
        });
        assertThat(database.call(() -> new TestAudit(database, clock)
                        .search()
                        .find(AuditSearch.Query.about("line:" + LINE), Optional.empty(), 10)))
                .extracting(line -> line.event().detail())
                .containsExactly("BATCH_CANCELLATION message 1: no such batch");
    }

    @OnEveryDatabase
    void unknown_kinds_and_content_that_cannot_be_read_are_dead_letters(TestDatabase database) {
        receive(database, "BATCH_CANCELLATION", new byte[] {1, 1, 3});
        assertThat(letters(database)).singleElement().satisfies(letter -> assertThat(letter.reason())
                .contains("batchCancellation"));

        database.execute("delete from line_dead_letter");
        receive(database, "SOMETHING", new byte[1]);
        assertThat(letters(database)).extracting(DeadLetter::reason).containsExactly("the kind is unknown");

        database.execute("delete from line_dead_letter");
        receive(database, "DEVICE_REPORT", new byte[1]);
        assertThat(letters(database))
                .extracting(DeadLetter::reason)
                .containsExactly("this server takes no DEVICE_REPORT");
    }

    @OnEveryDatabase
    void any_other_failure_is_told_so_that_the_message_comes_again(TestDatabase database) {
        failure = Optional.of(new IllegalStateException("the database is away"));

        assertThatThrownBy(() -> receive(database, "BATCH_CANCELLATION", new byte[1]))
                .hasMessage("the database is away");
        assertThat(letters(database)).isEmpty();
    }
}
