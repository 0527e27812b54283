package org.mintline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mintline.device.demo.factory.CuttableRelay;
import org.mintline.rsp.bulk.DigestOfDigests;
import org.mintline.server.OnOneDatabase;
import org.mintline.server.RunningServer;

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

    private final Random random = new Random(SEED);
    private final OutboxOfBatch batch = new OutboxOfBatch("factory-1", PROFILES, random);

    @Test
    void a_batch_over_a_line_that_is_cut_between_servers_that_are_killed_arrives_once() throws Exception {
        LOG.log(System.Logger.Level.INFO, "mintline.faults.seed={0}", Long.toString(SEED));
        try (RunningServer generation = RunningServer.beside("generation");
                RunningServer support = RunningServer.beside("support");
                CuttableRelay relay = new CuttableRelay(CuttableRelay.ANY_PORT, support.linePort())) {
            join(generation, support, relay);
            try (Connection outbox = generation.databaseConnection();
                    Connection intake = support.databaseConnection()) {
                carry(generation, support, relay, outbox, intake);

                assertThat(number(intake, "select count(*) from received_profile where batch = ?"))
                        .isEqualTo(PROFILES);
                assertThat(digestOfDigests(intake)).isEqualTo(batch.digestOfDigests());
                assertThat(number(intake, "select count(*) from line_dead_letter where identifier like ? || '%'"))
                        .isZero();
                assertThat(number(outbox, "select count(*) from line_message where identifier like ? || '%'"))
                        .isZero();
            }
        }
    }

    private static void join(RunningServer generation, RunningServer support, CuttableRelay relay) {
        generation.configure();
        support.configure();
        Path keys = generation.home().resolve("key-set");
        generation.line("key-set", keys.toString());
        add(generation, support, relay.port(), keys);
        add(support, generation, generation.linePort(), keys.resolveSibling("key-set.other"));
        generation.ensureRunning();
        support.ensureRunning();
    }

    private static void add(RunningServer server, RunningServer other, int port, Path keys) {
        server.line(
                "add",
                "factory-1",
                "--host",
                "localhost",
                "--line-port",
                Integer.toString(port),
                "--certificate",
                other.home().resolve("pki/line.pem").toString(),
                "--key-set",
                keys.toString());
    }

    private void carry(
            RunningServer generation, RunningServer support, CuttableRelay relay, Connection outbox, Connection intake)
            throws SQLException, InterruptedException {
        Deque<Long> moments = moments();
        Instant end = Instant.now().plus(PATIENCE);
        while (!isWhole(intake)) {
            assertThat(Instant.now()).as("the batch is not whole in time").isBefore(end);
            if (number(outbox, "select count(*) from line_message where identifier like ? || '%'") < MOST_WAITING) {
                batch.add(outbox, MOST_WAITING / 2);
            }
            long arrived = number(intake, "select count(*) from received_profile where batch = ?");
            if (!moments.isEmpty() && arrived >= moments.peek()) {
                strike(moments.size(), generation, support, relay);
                moments.remove();
            }
            Thread.sleep(random.nextInt(200));
        }
        assertThat(moments).isEmpty();
    }

    /** After how many profiles something happens, in order: as many cuts as kills. */
    private Deque<Long> moments() {
        return IntStream.range(0, 2 * KILLS)
                .mapToObj(i -> (long) random.nextInt(PROFILES * 9 / 10))
                .sorted()
                .collect(Collectors.toCollection(ArrayDeque::new));
    }

    private void strike(int turn, RunningServer generation, RunningServer support, CuttableRelay relay)
            throws InterruptedException {
        if (turn % 2 == 0) {
            relay.cut();
            Thread.sleep(random.nextInt(2_000));
            relay.mend();
        } else {
            RunningServer victim = turn % 4 == 1 ? generation : support;
            LOG.log(System.Logger.Level.INFO, "kill {0}", victim.home().getFileName());
            victim.kill();
            victim.ensureRunning();
        }
    }

    private boolean isWhole(Connection intake) throws SQLException {
        return number(intake, "select count(*) from received_batch where batch = ? and state = 'WHOLE'") == 1;
    }

    private long number(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, batch.batch());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private byte[] digestOfDigests(Connection intake) throws SQLException {
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
