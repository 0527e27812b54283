package org.mintline.support.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mintline.support.SupportWorld.BATCH;
import static org.mintline.support.SupportWorld.LINE;
import static org.mintline.support.SupportWorld.packets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.mintline.audit.AuditEvent;
import org.mintline.line.LineMessageKind;
import org.mintline.line.LineMessageRefusedException;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.bulk.BatchReceipt;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.support.BatchState;
import org.mintline.support.DeliveryState;
import org.mintline.support.ReceivedBatches;
import org.mintline.support.SupportWorld;
import org.mintline.testing.OnEveryDatabase;
import org.mintline.testing.TestDatabase;

class BatchReceiverTest {
    private static final int SIDE_BY_SIDE = 8;
    private static final int BATCHES = 10;

    private static ReceivedBatches.Progress progress(SupportWorld world) {
        return world.database.call(() -> world.receivedBatches().find(BATCH).orElseThrow());
    }

    private static BatchState state(SupportWorld world) {
        return progress(world).batch().state();
    }

    @OnEveryDatabase
    void a_batch_is_acknowledged_once_when_all_of_it_is_here(TestDatabase database) {
        SupportWorld world = new SupportWorld(database);
        List<ProfilePackets> packets = packets(BATCH, 5);
        world.announce(BATCH, 5);
        packets.forEach(world::receive);
        assertThat(world.sent).isEmpty();
        world.end(BATCH, packets);
        world.end(BATCH, packets);
        world.completeBatches();
        assertThat(state(world)).isEqualTo(BatchState.WHOLE);
        assertThat(progress(world).profiles()).isEqualTo(Map.of(DeliveryState.RECEIVED, 5L));
        assertThat(world.sent).singleElement().satisfies(sent -> {
            assertThat(sent.line()).isEqualTo(LINE);
            assertThat(BatchReceipt.decode(sent.message().content()).amount()).isEqualTo(5);
        });
    }

    @OnEveryDatabase
    void messages_may_come_twice_and_overtake_one_another(TestDatabase database) {
        SupportWorld world = new SupportWorld(database);
        List<ProfilePackets> packets = packets(BATCH, 4);
        List<ProfilePackets> reversed = new ArrayList<>(packets);
        Collections.reverse(reversed);
        world.receive(reversed.get(0));
        world.end(BATCH, packets);
        world.completeBatches();
        assertThat(state(world)).isEqualTo(BatchState.RECEIVING);
        reversed.forEach(world::receive);
        reversed.forEach(world::receive);
        world.announce(BATCH, 4);
        world.completeBatches();
        world.completeBatches();
        reversed.forEach(world::receive);
        assertThat(state(world)).isEqualTo(BatchState.WHOLE);
        assertThat(progress(world).batch().announced()).isPresent();
        assertThat(world.sent).hasSize(1);
        assertThat(progress(world).profiles()).isEqualTo(Map.of(DeliveryState.RECEIVED, 4L));
    }

    @OnEveryDatabase
    void a_batch_that_does_not_match_its_manifest_is_told_and_not_acknowledged(TestDatabase database) {
        SupportWorld world = new SupportWorld(database);
        List<ProfilePackets> announced = packets(BATCH, 2);
        world.receive(announced.get(0));
        world.receive(packets(BATCH, 2, ProfileClass.TEST));
        world.end(BATCH, announced);
        assertThat(state(world)).isEqualTo(BatchState.MISMATCHED);
        assertThat(progress(world).batch().mismatch())
                .contains("the digest of digests is another than in the manifest");
        assertThat(world.sent).isEmpty();
        assertThat(world.audit).extracting(AuditEvent::outcome).contains("mismatched");
    }

    @OnEveryDatabase
    void what_contradicts_what_came_before_is_refused_with_an_audit_line(TestDatabase database) {
        SupportWorld world = new SupportWorld(database);
        List<ProfilePackets> packets = packets(BATCH, 2);
        packets.forEach(world::receive);
        assertThatThrownBy(() -> world.receive(packets(BATCH, 1, ProfileClass.TEST)))
                .isInstanceOf(LineMessageRefusedException.class)
                .hasMessageContaining("another profile came before");
        assertThatThrownBy(() -> world.receive(
                        "other line",
                        LineMessageKind.PROFILE_PACKETS,
                        packets(BATCH, 3, ProfileClass.TEST).encoded()))
                .isInstanceOf(LineMessageRefusedException.class)
                .hasMessageContaining("another line");
        world.end(BATCH, packets);
        assertThatThrownBy(() -> world.receive(packets(BATCH, 3, ProfileClass.TEST)))
                .isInstanceOf(LineMessageRefusedException.class)
                .hasMessageContaining("not in the manifest");
        assertThatThrownBy(() -> world.receive(LINE, LineMessageKind.PROFILE_PACKETS, new byte[] {1, 2, 3}))
                .isInstanceOf(LineMessageRefusedException.class);
        assertThat(world.refusals).hasSize(4);
        assertThat(world.database.call(() -> world.store().find(BATCH, 3))).isEqualTo(Optional.empty());
    }

    @OnEveryDatabase
    void profiles_that_come_behind_the_cancellation_of_their_batch_are_dropped(TestDatabase database) {
        SupportWorld world = new SupportWorld(database);
        world.cancel(BATCH);
        world.announce(BATCH, 2);
        packets(BATCH, 2).forEach(world::receive);
        world.end(BATCH, packets(BATCH, 2));
        world.completeBatches();
        assertThat(state(world)).isEqualTo(BatchState.CANCELLED);
        assertThat(progress(world).profiles()).isEmpty();
        assertThat(world.sent).isEmpty();
    }

    /** Each of the first messages waits for the others, so that all find that there is no such batch yet. */
    @OnEveryDatabase
    void the_first_messages_of_a_batch_come_side_by_side_and_none_fails(TestDatabase database) throws Exception {
        SupportWorld world = new SupportWorld(database);
        CyclicBarrier together = new CyclicBarrier(SIDE_BY_SIDE);
        ExecutorService receivers = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try (ErrorLog errors = new ErrorLog()) {
            for (int round = 1; round <= BATCHES; round++) {
                BatchId batch = BatchId.of(String.format("%032X", round));
                List<Callable<Boolean>> first = new ArrayList<>();
                first.add(() -> {
                    together.await();
                    world.announce(batch, SIDE_BY_SIDE - 1);
                    return true;
                });
                packets(batch, SIDE_BY_SIDE - 1)
                        .forEach(one -> first.add(() -> {
                            together.await();
                            world.receive(one);
                            return true;
                        }));
                for (Future<Boolean> received : receivers.invokeAll(first)) {
                    assertThat(received.get()).isTrue();
                }
                ReceivedBatches.Progress progress = world.database.call(
                        () -> world.receivedBatches().find(batch).orElseThrow());
                assertThat(progress.batch().announced()).isPresent();
                assertThat(progress.profiles()).isEqualTo(Map.of(DeliveryState.RECEIVED, SIDE_BY_SIDE - 1L));
            }
            assertThat(errors.messages()).isEmpty();
        } finally {
            receivers.shutdownNow();
        }
    }

    /** What is logged at level ERROR or above while it is open. */
    private static final class ErrorLog extends Handler implements AutoCloseable {
        private final List<String> messages = new CopyOnWriteArrayList<>();

        ErrorLog() {
            Logger.getLogger("").addHandler(this);
        }

        List<String> messages() {
            return messages;
        }

        @Override
        public void publish(LogRecord logged) {
            if (logged.getLevel().intValue() >= Level.SEVERE.intValue()) {
                messages.add(logged.getLoggerName() + ": " + logged.getMessage());
            }
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            Logger.getLogger("").removeHandler(this);
        }
    }
}
