package org.mintline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mintline.audit.AuditSearch;
import org.mintline.audit.CurrentActor;
import org.mintline.audit.TestAudit;
import org.mintline.notification.OperatorCalls.Outcome;
import org.mintline.notification.OutboxMessage.State;
import org.mintline.schedule.Backoff;
import org.mintline.tenancy.Operator;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.tenancy.OperatorId;
import org.mintline.testing.OnEveryDatabase;
import org.mintline.testing.SampleOperators;
import org.mintline.testing.TestClock;
import org.mintline.testing.TestDatabase;

class OutboxTest {
    private static final Duration RETRY_FOR = Duration.ofHours(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String FUNCTION = "handleDownloadProgressInfo";

    private final TestClock clock = new TestClock();
    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private final Map<OperatorId, Outcome> outcomes = new ConcurrentHashMap<>();

    /** A node: outbox and deliverer over one database; what follows a call is carried out at once, by its thread. */
    private final class Node {
        private final TestDatabase database;
        private final OutboxRepository repository;
        private final TestAudit audit;
        private final OperatorDirectory operators = new Addresses();
        private final Claims claims;

        Node(TestDatabase database) {
            this.database = database;
            this.repository = new OutboxRepository(database.entityManager());
            this.audit = new TestAudit(database, clock);
            this.claims = new Claims(repository, operators, audit.trail(), clock) {
                @Override
                public List<OperatorId> operatorsWithDueMessages(int most) {
                    return database.callInNew(() -> super.operatorsWithDueMessages(most));
                }

                @Override
                public List<Claim> claim(OperatorId operator, int most, Duration lease) {
                    return database.callInNew(() -> super.claim(operator, most, lease));
                }

                @Override
                public void delivered(Claim claim) {
                    database.run(() -> super.delivered(claim));
                }

                @Override
                public void failed(Claim claim, String reason, Duration again) {
                    database.run(() -> super.failed(claim, reason, again));
                }
            };
        }

        void post(OperatorId operator, String iccid, String body) {
            database.run(() ->
                    new OutboxBean(repository, operators, RETRY_FOR, clock).post(operator, iccid, FUNCTION, body));
        }

        Deliverer deliverer(OperatorCalls calls, int concurrency, int perOperator) {
            return new Deliverer(
                    claims,
                    calls,
                    new Backoff(Delivery.FIRST_PAUSE, Delivery.LONGEST_PAUSE, new Random(1)),
                    Runnable::run,
                    concurrency,
                    perOperator,
                    TIMEOUT);
        }

        void deliver() {
            deliverer(OutboxTest.this::call, 32, 8).deliverDue();
        }

        OutboxAdministration administration() {
            CurrentActor console = new CurrentActor() {
                @Override
                public String name() {
                    return "console:ada";
                }
            };
            return new OutboxAdministrationBean(repository, audit.trail(), console, RETRY_FOR, clock);
        }

        List<OutboxMessage> list(OperatorId operator, State state) {
            return database.call(() -> administration().list(operator, state, Long.MAX_VALUE, 1_000));
        }
    }

    /** Every operator, at an address that names it. */
    private static final class Addresses implements OperatorDirectory {
        @Override
        public Optional<Operator> find(OperatorId id) {
            return Optional.of(new Operator(
                    id, "operator", "1.2.3", Optional.of(URI.create("https://" + id.value() + ".example"))));
        }

        @Override
        public Optional<Operator> findByClientCertificate(java.security.cert.X509Certificate certificate) {
            return Optional.empty();
        }

        @Override
        public Optional<Operator> findByName(String name) {
            return Optional.empty();
        }

        @Override
        public List<Operator> list() {
            return List.of();
        }

        @Override
        public Operator register(
                String name,
                String functionRequesterIdentifier,
                Optional<URI> callbackAddress,
                List<java.security.cert.X509Certificate> clientCertificates) {
            throw new UnsupportedOperationException();
        }
    }

    private CompletionStage<Outcome> call(URI address, String function, String body) {
        OperatorId operator = new OperatorId(Long.parseLong(address.getHost().split("\\.", 2)[0]));
        Outcome outcome = outcomes.getOrDefault(operator, Outcome.taken());
        if (outcome.failure().isEmpty()) {
            taken.add(body);
        }
        return CompletableFuture.completedFuture(outcome);
    }

    @OnEveryDatabase
    void calls_of_one_key_arrive_in_the_order_in_which_they_were_left(TestDatabase database) {
        Node node = new Node(database);
        OperatorId salish = SampleOperators.operator(database, "Salish");
        for (int number = 0; number < 30; number++) {
            node.post(salish, "iccid" + number % 3, number % 3 + "/" + number);
        }

        node.deliver();

        assertThat(taken).hasSize(30);
        for (int key = 0; key < 3; key++) {
            String prefix = key + "/";
            int first = key;
            assertThat(taken)
                    .filteredOn(body -> body.startsWith(prefix))
                    .containsExactlyElementsOf(IntStream.range(0, 10)
                            .mapToObj(i -> prefix + (first + 3 * i))
                            .toList());
        }
        assertThat(node.list(salish, State.DELIVERED)).hasSize(30);
    }

    @OnEveryDatabase
    void a_call_stands_if_and_only_if_the_change_stands(TestDatabase database) {
        Node node = new Node(database);
        OperatorId salish = SampleOperators.operator(database, "Salish");

        assertThatThrownBy(() -> database.run(() -> {
                    node.post(salish, "iccid", "body");
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        node.deliver();

        assertThat(taken).isEmpty();
    }

    @OnEveryDatabase
    void a_failed_call_is_tried_again_with_growing_pauses_and_holds_back_those_behind_it(TestDatabase database) {
        Node node = new Node(database);
        OperatorId salish = SampleOperators.operator(database, "Salish");
        outcomes.put(salish, Outcome.refused(503));
        node.post(salish, "iccid", "first");
        node.post(salish, "iccid", "second");

        node.deliver();
        node.deliver();
        assertThat(node.list(salish, State.WAITING))
                .extracting(OutboxMessage::attempts)
                .containsExactly(0, 1);

        clock.advance(Duration.ofSeconds(2));
        node.deliver();
        clock.advance(Duration.ofSeconds(1));
        node.deliver();
        assertThat(node.list(salish, State.WAITING))
                .extracting(OutboxMessage::attempts)
                .containsExactly(0, 2);
        assertThat(node.list(salish, State.WAITING).get(1).lastFailure()).contains("HTTP status 503");

        outcomes.clear();
        clock.advance(Duration.ofSeconds(4));
        node.deliver();
        assertThat(taken).containsExactly("first", "second");
    }

    @OnEveryDatabase
    void what_a_dead_node_had_claimed_is_taken_up_by_another(TestDatabase database) {
        Node dead = new Node(database);
        OperatorId salish = SampleOperators.operator(database, "Salish");
        dead.post(salish, "iccid", "first");
        dead.post(salish, "iccid", "second");
        Deliverer dying = dead.deliverer((address, function, body) -> new CompletableFuture<>(), 32, 8);
        dying.deliverDue();
        assertThat(dying.isIdle()).isFalse();

        Node other = new Node(database);
        other.deliver();
        assertThat(taken).isEmpty();
        clock.advance(TIMEOUT.plusSeconds(30));
        other.deliver();

        assertThat(taken).containsExactly("first", "second");
    }

    @OnEveryDatabase
    void an_outcome_that_comes_after_the_claim_ended_changes_nothing(TestDatabase database) {
        Node slow = new Node(database);
        OperatorId salish = SampleOperators.operator(database, "Salish");
        slow.post(salish, "iccid", "first");
        CompletableFuture<Outcome> late = new CompletableFuture<>();
        slow.deliverer((address, function, body) -> late, 32, 8).deliverDue();
        clock.advance(TIMEOUT.plusSeconds(30));
        new Node(database).deliver();

        late.complete(Outcome.unreachable("too late"));

        assertThat(taken).containsExactly("first");
        assertThat(slow.list(salish, State.DELIVERED)).hasSize(1);
    }

    @OnEveryDatabase
    void after_the_configured_age_a_call_is_given_up_and_may_be_tried_again_by_hand(TestDatabase database) {
        Node node = new Node(database);
        OperatorId salish = SampleOperators.operator(database, "Salish");
        OperatorId haida = SampleOperators.operator(database, "Haida");
        outcomes.put(salish, Outcome.unreachable("no connection"));
        node.post(salish, "iccid", "first");
        for (int i = 0; i < 100; i++) {
            node.deliver();
            clock.advance(Duration.ofMinutes(1));
        }

        OutboxMessage given = node.list(salish, State.GIVEN_UP).get(0);
        assertThat(given.lastFailure()).contains("no connection");
        assertThat(given.state().title()).isEqualTo("given up");
        assertThat(database.call(
                        () -> node.audit.search().find(AuditSearch.Query.about("profile:iccid"), Optional.empty(), 10)))
                .extracting(line -> line.event().outcome())
                .containsExactly("given up");
        assertThatThrownBy(() -> database.run(() -> node.administration().retry(haida, given.number())))
                .isInstanceOf(IllegalArgumentException.class);

        outcomes.clear();
        database.run(() -> node.administration().retry(salish, given.number()));
        node.deliver();
        assertThat(taken).containsExactly("first");
    }

    @OnEveryDatabase
    void an_operator_that_does_not_answer_takes_one_place_and_holds_up_nobody(TestDatabase database) {
        Node node = new Node(database);
        List<OperatorId> dead = IntStream.range(0, 3)
                .mapToObj(i -> SampleOperators.operator(database, "Dead " + i))
                .toList();
        OperatorId salish = SampleOperators.operator(database, "Salish");
        List<String> hanging = new ArrayList<>();
        Deliverer deliverer = node.deliverer(
                (address, function, body) -> {
                    OperatorId called =
                            new OperatorId(Long.parseLong(address.getHost().split("\\.", 2)[0]));
                    if (!dead.contains(called)) {
                        return call(address, function, body);
                    }
                    if (body.equals("first")) {
                        return CompletableFuture.completedFuture(Outcome.unreachable("no answer in time"));
                    }
                    hanging.add(body);
                    return new CompletableFuture<>();
                },
                4,
                4);
        dead.forEach(operator -> node.post(operator, "iccid", "first"));
        deliverer.deliverDue();
        for (OperatorId operator : dead) {
            for (int i = 0; i < 10; i++) {
                node.post(operator, "other" + i, "hangs");
            }
        }
        deliverer.deliverDue();
        assertThat(hanging).hasSize(3);

        for (int i = 0; i < 20; i++) {
            node.post(salish, "iccid" + i, "body" + i);
        }
        deliverer.deliverDue();

        assertThat(taken).hasSize(20);
    }

    @OnEveryDatabase
    void several_nodes_lose_nothing_and_double_nothing(TestDatabase database) throws Exception {
        OperatorId salish = SampleOperators.operator(database, "Salish");
        Node first = new Node(database);
        for (int number = 0; number < 200; number++) {
            first.post(salish, "iccid" + number % 20, number % 20 + "/" + number);
        }
        List<Thread> nodes = IntStream.range(0, 4)
                .mapToObj(i -> new Thread(() -> {
                    Node node = new Node(database);
                    Deliverer deliverer = node.deliverer(this::call, 32, 3);
                    while (!database.callInNew(() -> node.repository.operatorsWithDueMessages(clock.instant(), 1))
                            .isEmpty()) {
                        deliverer.deliverDue();
                    }
                }))
                .toList();
        nodes.forEach(Thread::start);
        for (Thread node : nodes) {
            node.join();
        }

        assertThat(taken).hasSize(200).doesNotHaveDuplicates();
        for (int key = 0; key < 20; key++) {
            String prefix = key + "/";
            assertThat(taken)
                    .filteredOn(body -> body.startsWith(prefix))
                    .extracting(body -> Integer.valueOf(body.substring(prefix.length())))
                    .isSorted();
        }
    }

    @OnEveryDatabase
    void delivered_calls_are_forgotten_after_a_while(TestDatabase database) {
        Node node = new Node(database);
        OperatorId salish = SampleOperators.operator(database, "Salish");
        node.post(salish, "iccid", "first");
        node.deliver();
        clock.advance(Duration.ofDays(1));
        node.post(salish, "iccid", "second");
        node.deliver();

        assertThat(database.call(() -> node.claims.forgetDelivered(TestClock.START.plusSeconds(1))))
                .isOne();
        assertThat(database.call(() -> node.claims.forgetGivenUp(clock.instant().plusSeconds(1))))
                .isZero();
        assertThat(node.list(salish, State.DELIVERED)).hasSize(1);
    }

    @OnEveryDatabase
    void calls_that_were_given_up_are_forgotten_after_a_while(TestDatabase database) {
        Node node = new Node(database);
        OperatorId salish = SampleOperators.operator(database, "Salish");
        node.post(salish, "iccid", "first");
        database.execute("update outbox_message set state = 'GIVEN_UP', finished_at = posted_at");

        assertThat(database.call(() -> node.claims.forgetGivenUp(TestClock.START)))
                .isZero();
        assertThat(database.call(() -> node.claims.forgetGivenUp(TestClock.START.plusSeconds(1))))
                .isOne();
        assertThat(node.list(salish, State.GIVEN_UP)).isEmpty();
    }

    @Test
    void pauses_double_up_to_a_quarter_of_an_hour() {
        Backoff backoff = new Backoff(Delivery.FIRST_PAUSE, Delivery.LONGEST_PAUSE, new Random(7));

        for (int attempt = 1; attempt < 100; attempt++) {
            long whole = attempt < 10 ? 2_000L << (attempt - 1) : 900_000L;
            assertThat(backoff.after(attempt).toMillis()).isBetween(whole / 2, whole);
        }
    }
}
