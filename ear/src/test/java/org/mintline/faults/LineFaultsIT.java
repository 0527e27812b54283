package org.mintline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mintline.console.DeadLetterDesk;
import org.mintline.device.demo.factory.CuttableRelay;
import org.mintline.rsp.bulk.DigestOfDigests;
import org.mintline.server.OnOneDatabase;
import org.mintline.server.RunningServer;
import org.mintline.server.Staff;

/**
 * A batch goes from one server to another over a dedicated line, while the line is cut and either end is killed at random moments.
 * How many profiles, {@code mintline.line.profiles} says, and how many kills and cuts {@code mintline.faults.kills}; {@code
 * mintline.faults.seed} takes the moments of a run again, which logs its seed.
 */
@OnOneDatabase
class LineFaultsIT {
    private static final System.Logger LOG = System.getLogger(LineFaultsIT.class.getName());
    private static final int PROFILES = Integer.getInteger("mintline.line.profiles", 2_000);
    private static final int KILLS = Math.max(2, Integer.getInteger("mintline.faults.kills", 2));
    private static final long SEED = Long.getLong("mintline.faults.seed", System.nanoTime());
    private static final int MOST_WAITING = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5).plusMillis(100L * PROFILES);

    private static final Random RANDOM = new Random(SEED);
    private static final String LINE = "factory-1";
    private static final String LINE_WITH_ANOTHER_KEY_SET = "factory-2";

    private static RunningServer generation;
    private static RunningServer support;
    private static CuttableRelay relay;

    @BeforeAll
    static void open() throws Exception {
        generation = RunningServer.beside("generation");
        support = RunningServer.beside("support");
        generation.configure();
        support.configure();
        relay = new CuttableRelay(CuttableRelay.ANY_PORT, support.linePort());
        Path keys = keySet("key-set");
        Path others = keySet("key-set-of-others");
        add(LINE, generation, support, relay.port(), keys);
        add(LINE, support, generation, generation.linePort(), otherEnd(keys));
        add(LINE_WITH_ANOTHER_KEY_SET, generation, support, support.linePort(), keys);
        add(LINE_WITH_ANOTHER_KEY_SET, support, generation, generation.linePort(), otherEnd(others));
        generation.ensureRunning();
        support.ensureRunning();
    }

    @AfterAll
    static void close() throws Exception {
        for (AutoCloseable one : Arrays.asList(relay, support, generation)) {
            if (one != null) {
                one.close();
            }
        }
    }

    private static Path keySet(String name) {
        Path keys = generation.home().resolve(name);
        generation.line("key-set", keys.toString());
        return keys;
    }

    private static Path otherEnd(Path keys) {
        return keys.resolveSibling(keys.getFileName() + ".other");
    }

    private static void add(String line, RunningServer server, RunningServer other, int port, Path keys) {
        server.line(
                "add",
                line,
                "--host",
                "localhost",
                "--line-port",
                Integer.toString(port),
                "--certificate",
                other.home().resolve("pki/line.pem").toString(),
                "--key-set",
                keys.toString());
    }

    @Test
    void a_line_whose_ends_have_different_key_sets_carries_nothing_and_says_so() throws Exception {
        OutboxOfBatch batch = new OutboxOfBatch(LINE_WITH_ANOTHER_KEY_SET, 1, RANDOM);
        try (Connection outbox = generation.databaseConnection()) {
            batch.add(outbox, 1);
        }

        Staff staff = new Staff(generation);
        JsonNode line = line(
                staff.await("lines", lines -> line(lines).at("/state").asText().equals("REFUSED")));

        assertThat(line.at("/lastError").asText()).contains("key set");
        assertThat(line.at("/backlogMessages").asInt()).isOne();
        assertThat(line.at("/sent").asInt()).isZero();
        staff.await(
                "audit/lines?action=proveLine&subject=line:" + LINE_WITH_ANOTHER_KEY_SET,
                page -> page.at("/items/0/outcome").asText().equals("refused"));
    }

    @Test
    void a_message_that_can_never_be_taken_in_waits_for_a_person_who_tries_it_again_and_drops_it() throws Exception {
        String identifier = "poison-" + RANDOM.nextLong();
        try (Connection outbox = generation.databaseConnection()) {
            new OutboxOfBatch(LINE, 1, RANDOM).addPoison(outbox, identifier);
        }
        String letters = "lines/" + LINE + "/deadLetters";

        Staff staff = new Staff(support);
        JsonNode letter =
                letter(staff.await(letters, page -> !letter(page, identifier).isMissingNode()), identifier);
        assertThat(letter.at("/reason").asText()).isNotBlank();
        String path = letters + "/" + letter.at("/number").asLong();
        assertThat(staff.post(path + "/retry", "").at("/takenIn").asBoolean()).isFalse();
        assertThat(letter(staff.get(letters), identifier).at("/tries").asInt()).isOne();

        try (DeadLetterDesk desk = new DeadLetterDesk(support, LINE)) {
            desk.await(identifier);
            desk.retry();
            desk.await("was not taken in");
            desk.drop();
            desk.await("is dropped");
        }

        assertThat(letter(staff.get(letters), identifier).isMissingNode()).isTrue();
        for (String action : List.of("retryLineMessage", "dropLineMessage")) {
            assertThat(staff.audited(action, "line:" + LINE)).anyMatch(detail -> detail.contains(identifier));
        }
    }

    @Test
    void a_batch_over_a_line_that_is_cut_between_servers_that_are_killed_arrives_once() throws Exception {
        LOG.log(System.Logger.Level.INFO, "mintline.faults.seed={0}", Long.toString(SEED));
        OutboxOfBatch batch = new OutboxOfBatch(LINE, PROFILES, RANDOM);
        try (Connection outbox = generation.databaseConnection();
                Connection intake = support.databaseConnection()) {
            carry(batch, outbox, intake);

            assertThat(number(batch, intake, "select count(*) from received_profile where batch = ?"))
                    .isEqualTo(PROFILES);
            assertThat(digestOfDigests(batch, intake)).isEqualTo(batch.digestOfDigests());
            assertThat(number(batch, intake, "select count(*) from line_dead_letter where identifier like ? || '%'"))
                    .isZero();
            awaitEmpty(batch, outbox);
        }
    }

    /** The other end may have the last message before this one knows that it has. */
    private static void awaitEmpty(OutboxOfBatch batch, Connection outbox) throws SQLException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (waiting(batch, outbox) > 0) {
            assertThat(Instant.now()).as("messages of the batch still wait").isBefore(end);
            Thread.sleep(100);
        }
    }

    private static long waiting(OutboxOfBatch batch, Connection outbox) throws SQLException {
        return number(batch, outbox, "select count(*) from line_message where identifier like ? || '%'");
    }

    private static JsonNode line(JsonNode lines) {
        return one(lines, line -> line.at("/name").asText().equals(LINE_WITH_ANOTHER_KEY_SET));
    }

    private static JsonNode letter(JsonNode page, String identifier) {
        return one(
                page.at("/items"), letter -> letter.at("/identifier").asText().endsWith(identifier));
    }

    private static JsonNode one(JsonNode items, Predicate<JsonNode> wanted) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(wanted)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private void carry(OutboxOfBatch batch, Connection outbox, Connection intake)
            throws SQLException, InterruptedException {
        Deque<Long> moments = moments();
        Instant end = Instant.now().plus(PATIENCE);
        while (!isWhole(batch, intake)) {
            assertThat(Instant.now()).as("the batch is not whole in time").isBefore(end);
            if (waiting(batch, outbox) < MOST_WAITING) {
                batch.add(outbox, MOST_WAITING / 2);
            }
            long arrived = number(batch, intake, "select count(*) from received_profile where batch = ?");
            if (!moments.isEmpty() && arrived >= moments.peek()) {
                strike(moments.size());
                moments.remove();
            }
            Thread.sleep(RANDOM.nextInt(200));
        }
        assertThat(moments).isEmpty();
    }

    /** After how many profiles something happens, in order: as many cuts as kills. */
    private Deque<Long> moments() {
        return IntStream.range(0, 2 * KILLS)
                .mapToObj(i -> (long) RANDOM.nextInt(PROFILES * 9 / 10))
                .sorted()
                .collect(Collectors.toCollection(ArrayDeque::new));
    }

    private void strike(int turn) throws InterruptedException {
        if (turn % 2 == 0) {
            relay.cut();
            Thread.sleep(RANDOM.nextInt(2_000));
            relay.mend();
        } else {
            RunningServer victim = turn % 4 == 1 ? generation : support;
            LOG.log(System.Logger.Level.INFO, "kill {0}", victim.home().getFileName());
            victim.kill();
            victim.ensureRunning();
        }
    }

    private static boolean isWhole(OutboxOfBatch batch, Connection intake) throws SQLException {
        return number(batch, intake, "select count(*) from received_batch where batch = ? and state = 'WHOLE'") == 1;
    }

    private static long number(OutboxOfBatch batch, Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, batch.batch());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static byte[] digestOfDigests(OutboxOfBatch batch, Connection intake) throws SQLException {
        DigestOfDigests digests = new DigestOfDigests();
        try (PreparedStatement statement =
                intake.prepareStatement("select digest from received_profile where batch = ? order by number")) {
            statement.setString(1, batch.batch());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    digests.add(rows.getBytes(1));
                }
            }
        }
        return digests.value();
    }
}
