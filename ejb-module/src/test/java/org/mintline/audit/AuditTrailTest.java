package org.mintline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mintline.tenancy.OperatorId;
import org.mintline.testing.OnEveryDatabase;
import org.mintline.testing.TestClock;
import org.mintline.testing.TestDatabase;

class AuditTrailTest {
    private static final OperatorId SALISH = new OperatorId(1);
    private static final OperatorId HAIDA = new OperatorId(2);

    private final TestClock clock = new TestClock();

    private static AuditEvent event(int number) {
        return new AuditEvent(
                Optional.of(number % 2 == 0 ? SALISH : HAIDA),
                "es2plus:1.3.6.1.4.1.99." + number % 3,
                number % 5 == 0 ? "confirmOrder" : "downloadOrder",
                "profile:" + number % 7,
                "done",
                "line " + number);
    }

    private void write(TestDatabase database, TestAudit audit, int count) {
        for (int number = 0; number < count; number++) {
            AuditEvent event = event(number);
            clock.advance(Duration.ofMillis(1));
            database.run(() -> audit.trail().record(event));
        }
    }

    private static AuditChain.Verification verify(TestDatabase database, TestAudit audit) {
        return database.call(() -> audit.chain().verify());
    }

    @OnEveryDatabase
    void lines_are_sealed_in_a_gapless_chain_that_verifies(TestDatabase database) {
        TestAudit audit = new TestAudit(database, clock);
        write(database, audit, 30);
        assertThat(verify(database, audit).last()).isZero();

        audit.seal();
        write(database, audit, 3);
        audit.seal();

        AuditChain.Verification verification = verify(database, audit);
        assertThat(verification.firstBreak()).isEmpty();
        assertThat(verification.last()).isEqualTo(33);
        assertThat(database.call(() -> audit.search().find(AuditSearch.Query.everything(), Optional.empty(), 100)))
                .extracting(line -> line.sealNumber().orElseThrow())
                .containsExactlyInAnyOrderElementsOf(
                        java.util.stream.LongStream.rangeClosed(1, 33).boxed().toList());
    }

    @OnEveryDatabase
    void a_line_stands_if_and_only_if_the_change_stands(TestDatabase database) {
        TestAudit audit = new TestAudit(database, clock);

        assertThatThrownBy(() -> database.run(() -> {
                    audit.trail().record(event(1));
                    audit.trail().recordRefusal(event(2));
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");

        assertThat(database.call(() -> audit.search().find(AuditSearch.Query.everything(), Optional.empty(), 10)))
                .extracting(line -> line.event().detail())
                .containsExactly("line 2");
    }

    @OnEveryDatabase
    void any_change_of_any_field_shows(TestDatabase database) {
        Random random = new Random(20_260_301);
        for (String column : List.of("actor", "action", "subject", "outcome", "detail", "operator_id", "occurred_at")) {
            TestAudit audit = new TestAudit(database, clock);
            write(database, audit, 12);
            audit.seal();
            long victim = 1 + random.nextInt(12);
            String line = "(select audit_line_id from audit_seal where seal_number = " + victim + ")";
            String altered =
                    switch (column) {
                        case "operator_id" -> "null";
                        case "occurred_at" -> "occurred_at + interval '1' second";
                        default -> column + " || 'x'";
                    };

            assertThat(database.execute("update audit_line set " + column + " = " + altered + " where id = " + line))
                    .isOne();

            assertThat(verify(database, audit).firstBreak()).as(column).hasValueSatisfying(found -> {
                assertThat(found.defect()).isEqualTo(AuditChain.Defect.CHANGED);
                assertThat(found.sealNumber()).isEqualTo(victim);
            });
            emptyTrail(database);
        }
    }

    @OnEveryDatabase
    void any_removal_shows(TestDatabase database) {
        for (long victim = 1; victim <= 5; victim++) {
            for (String table : List.of("audit_line", "audit_seal", "both")) {
                TestAudit audit = new TestAudit(database, clock);
                write(database, audit, 5);
                audit.seal();
                String line = "(select audit_line_id from audit_seal where seal_number = " + victim + ")";
                if (!table.equals("audit_seal")) {
                    database.execute("delete from audit_line where id = " + line);
                }
                if (!table.equals("audit_line")) {
                    database.execute("delete from audit_seal where seal_number = " + victim);
                }
                long number = victim;

                assertThat(verify(database, audit).firstBreak()).hasValueSatisfying(found -> {
                    assertThat(found.defect()).isEqualTo(AuditChain.Defect.REMOVED);
                    assertThat(found.sealNumber()).isEqualTo(number);
                });
                emptyTrail(database);
            }
        }
    }

    @OnEveryDatabase
    void closing_the_gap_after_a_removal_does_not_help(TestDatabase database) {
        TestAudit audit = new TestAudit(database, clock);
        write(database, audit, 5);
        audit.seal();
        database.execute(
                "delete from audit_line where id = (select audit_line_id from audit_seal where seal_number = 3)");
        database.execute("delete from audit_seal where seal_number = 3");
        database.execute("update audit_seal set seal_number = 3 where seal_number = 4");
        database.execute("update audit_seal set seal_number = 4 where seal_number = 5");
        database.execute("update audit_chain set last_seal_number = 4");

        assertThat(verify(database, audit).firstBreak())
                .hasValueSatisfying(found -> assertThat(found.sealNumber()).isEqualTo(3));
    }

    @OnEveryDatabase
    void an_inserted_line_shows_whether_it_is_given_to_the_sealer_or_not(TestDatabase database) {
        TestAudit audit = new TestAudit(database, clock);
        write(database, audit, 5);
        audit.seal();
        String copy = "insert into audit_line (id, operator_id, occurred_at, actor, action, subject, outcome, detail,"
                + " authenticator) select 777, operator_id, occurred_at, actor, action, 'profile:forged', outcome, detail,"
                + " authenticator from audit_line where detail = 'line 2'";
        database.execute(copy);
        assertThat(verify(database, audit).firstBreak())
                .hasValueSatisfying(found -> assertThat(found.defect()).isEqualTo(AuditChain.Defect.INSERTED));

        database.execute("insert into audit_unsealed values (777)");
        audit.seal();

        assertThat(verify(database, audit).firstBreak())
                .hasValueSatisfying(found -> assertThat(found.sealNumber()).isEqualTo(6));
    }

    @OnEveryDatabase
    void a_cut_off_end_is_found_by_an_anchor_kept_elsewhere(TestDatabase database) {
        TestAudit audit = new TestAudit(database, clock);
        write(database, audit, 3);
        audit.seal();
        AuditChain.Anchor three = database.call(() -> audit.chain().end());
        write(database, audit, 2);
        audit.seal();
        AuditChain.Anchor five = database.call(() -> audit.chain().end());
        database.execute(
                "delete from audit_line where id in (select audit_line_id from audit_seal where seal_number > 3)");
        database.execute("delete from audit_seal where seal_number > 3");

        assertThat(verify(database, audit).firstBreak())
                .hasValueSatisfying(found -> assertThat(found.sealNumber()).isEqualTo(4));
        assertThat(database.call(() -> audit.chain().holds(three))).isTrue();
        assertThat(database.call(() -> audit.chain().holds(five))).isFalse();
    }

    @OnEveryDatabase
    void a_part_of_the_chain_is_verified_by_itself(TestDatabase database) {
        TestAudit audit = new TestAudit(database, clock);
        write(database, audit, 10);
        audit.seal();
        database.execute("update audit_line set outcome = 'refused' where id ="
                + " (select audit_line_id from audit_seal where seal_number = 4)");

        assertThat(database.call(() -> audit.chain().verify(5, 10)).firstBreak())
                .isEmpty();
        assertThat(database.call(() -> audit.chain().verify(1, 3)).firstBreak()).isEmpty();
        assertThat(database.call(() -> audit.chain().verify(2, 8)).firstBreak()).isPresent();
        assertThat(database.call(() -> audit.chain().verify(5, 11)).firstBreak())
                .hasValueSatisfying(found -> assertThat(found.sealNumber()).isEqualTo(11));
    }

    @OnEveryDatabase
    void several_nodes_write_and_seal_at_once(TestDatabase database) throws Exception {
        List<Callable<Integer>> jobs = new ArrayList<>();
        for (int node = 0; node < 4; node++) {
            TestAudit audit = new TestAudit(database, clock);
            jobs.add(() -> {
                for (int number = 0; number < 50; number++) {
                    AuditEvent event = event(number);
                    database.run(() -> audit.trail().record(event));
                }
                return 0;
            });
            jobs.add(() -> {
                for (int round = 0; round < 10; round++) {
                    audit.seal();
                }
                return 0;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(jobs.size());
        try {
            for (Future<Integer> job : threads.invokeAll(jobs)) {
                job.get();
            }
        } finally {
            threads.shutdownNow();
        }

        TestAudit audit = new TestAudit(database, clock);
        audit.seal();
        AuditChain.Verification verification = verify(database, audit);
        assertThat(verification.firstBreak()).isEmpty();
        assertThat(verification.last()).isEqualTo(200);
    }

    @OnEveryDatabase
    void search_finds_by_each_field_page_by_page_and_keeps_operators_apart(TestDatabase database) {
        TestAudit audit = new TestAudit(database, clock);
        write(database, audit, 40);
        AuditSearch search = audit.search();

        List<AuditLine> found = new ArrayList<>();
        Optional<AuditLine> last = Optional.empty();
        List<AuditLine> page;
        do {
            Optional<AuditLine> after = last;
            page = database.call(
                    () -> search.find(AuditSearch.Query.everything().of(SALISH), after, 7));
            found.addAll(page);
            last = page.isEmpty() ? Optional.empty() : Optional.of(page.get(page.size() - 1));
        } while (!page.isEmpty());

        assertThat(found).hasSize(20).allMatch(line -> line.event().operator().equals(Optional.of(SALISH)));
        assertThat(found).extracting(AuditLine::occurredAt).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(database.call(() -> search.find(AuditSearch.Query.about("profile:3"), Optional.empty(), 100)))
                .extracting(line -> line.event().detail())
                .containsExactly("line 38", "line 31", "line 24", "line 17", "line 10", "line 3");
        AuditSearch.Query byAll = new AuditSearch.Query(
                Optional.empty(),
                Optional.of("es2plus:1.3.6.1.4.1.99.0"),
                Optional.of("confirmOrder"),
                Optional.empty(),
                Optional.of(TestClock.START),
                Optional.of(TestClock.START.plusMillis(20)));
        assertThat(database.call(() -> search.find(byAll, Optional.empty(), 100)))
                .extracting(line -> line.event().detail())
                .containsExactly("line 15", "line 0");
    }

    @OnEveryDatabase
    void no_text_from_outside_keeps_a_line_from_being_written(TestDatabase database) {
        TestAudit audit = new TestAudit(database, clock);
        String hostile = "\u0000\n\uD800" + "\uD83D\uDE00".repeat(2_000);

        database.run(() ->
                audit.trail().record(new AuditEvent(Optional.empty(), hostile, hostile, hostile, hostile, hostile)));
        audit.seal();

        assertThat(verify(database, audit).firstBreak()).isEmpty();
    }

    @Test
    void texts_are_cut_to_their_columns() {
        AuditEvent event = new AuditEvent(
                Optional.empty(),
                "a".repeat(200),
                "b".repeat(200),
                "c".repeat(200),
                "d".repeat(200),
                "e".repeat(2_000));

        assertThat(event.actor()).hasSize(100);
        assertThat(event.action()).hasSize(60);
        assertThat(event.subject()).hasSize(100);
        assertThat(event.outcome()).hasSize(40);
        assertThat(event.detail()).hasSize(1_000);
    }

    private static void emptyTrail(TestDatabase database) {
        for (String table : List.of("audit_line", "audit_seal", "audit_unsealed", "audit_chain")) {
            database.execute("delete from " + table);
        }
    }
}
