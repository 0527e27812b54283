package org.mintline.phased;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.fpa.FactoryProfileAssistant.Served;
import org.mintline.device.fpa.LocalServer;
import org.mintline.device.fpa.RefusedByServerException;
import org.mintline.device.lpa.Es10;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.server.OnPostgresqlAlone;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;

/**
 * Packages of two operators go through an aggregator into a factory, whose line is cut then, and what eUICCs sign comes back (OFF-1 to OFF-7). The
 * local server is killed at a random call; {@code mintline.faults.seed} takes that of a run again, which logs its seed.
 */
@OnPostgresqlAlone
@ExtendWith(ServerExtension.class)
class PhasedProvisioningIT {
    private static final System.Logger LOG = System.getLogger(PhasedProvisioningIT.class.getName());
    private static final long SEED = Long.getLong("mintline.faults.seed", System.nanoTime());
    private static final int EUICCS = 3;

    /** The calls of an assistant for an eUICC with two packages. */
    private static final int CALLS = 9;

    private static final Random RANDOM = new Random(SEED);

    private static FactoryFloor floor;

    @BeforeAll
    static void open(RunningServer server) throws Exception {
        floor = new FactoryFloor(server);
    }

    @AfterAll
    static void close() throws Exception {
        if (floor != null) {
            floor.close();
        }
    }

    /** Kills the local server while it carries a call out. */
    private static final class Kill extends LocalServerBetween {
        private int callsBefore;

        Kill(LocalServer server, int callsBefore) {
            super(server);
            this.callsBefore = callsBefore;
        }

        @Override
        void calling() {
            if (callsBefore-- == 0) {
                new Thread(floor.local::kill, "kill").start();
            }
        }
    }

    @Test
    void profiles_of_two_operators_are_installed_while_the_line_is_cut_and_told_when_it_is_back() throws Exception {
        LOG.log(System.Logger.Level.INFO, "mintline.faults.seed={0}", Long.toString(SEED));
        List<Euicc> euiccs = floor.lot("cut", EUICCS);
        List<String> eids = euiccs.stream().map(FactoryFloor::eid).toList();
        Map<String, String> first = floor.operators.get(0).order("cut", eids);
        Map<String, String> second = floor.operators.get(1).order("cut", eids);
        floor.offer("cut", Optional.empty());
        floor.download("cut", 2 * EUICCS);
        try (Es10 es10 = new Es10(euiccs.get(EUICCS - 1)::transmit)) {
            es10.deleteUnusedKeys();
        }
        floor.central.stop();
        floor.atLocal.await("local-provisioning/lots", lots -> FactoryFloor.lot(lots, "cut")
                .at("/problem")
                .asText()
                .startsWith("the aggregator is not reached"));

        serveAll(euiccs);
        floor.central.ensureRunning();
        floor.awaitCarried();

        assertAllPlacesAgree(euiccs, first, second);
    }

    private static void serveAll(List<Euicc> euiccs) throws IOException {
        Served quiet = floor.serve(euiccs.get(0));
        assertThat(quiet.isWell()).isTrue();
        assertThat(quiet.outcomes()).hasSize(2);
        assertThat(quiet.keysDeleted()).isTrue();
        for (Euicc euicc : euiccs.subList(1, EUICCS - 1)) {
            int call = RANDOM.nextInt(CALLS);
            try {
                floor.serve(euicc, server -> new Kill(server, call));
            } catch (IOException e) {
                LOG.log(System.Logger.Level.INFO, "killed at call {0}: {1}", call, e);
            }
            floor.local.ensureRunning();
            floor.serve(euicc);
        }
        Served without = floor.serve(euiccs.get(EUICCS - 1));
        assertThat(without.isWell()).isFalse();
        assertThat(without.outcomes()).hasSize(2);
    }

    private static void assertAllPlacesAgree(List<Euicc> euiccs, Map<String, String> first, Map<String, String> second)
            throws Exception {
        List<String> installed = new ArrayList<>();
        for (Euicc euicc : euiccs.subList(0, EUICCS - 1)) {
            String eid = FactoryFloor.eid(euicc);
            assertThat(FactoryFloor.installed(euicc)).containsExactlyInAnyOrder(first.get(eid), second.get(eid));
            installed.addAll(FactoryFloor.installed(euicc));
        }
        assertThat(FactoryFloor.installed(euiccs.get(EUICCS - 1))).isEmpty();
        for (String iccid : installed) {
            floor.awaitState(iccid, "INSTALLED");
            assertThat(floor.atCentral
                            .get("support/profiles?iccid=" + iccid)
                            .at("/items")
                            .findValuesAsText("state"))
                    .containsOnlyOnce("INSTALLED");
        }
        for (Map<String, String> iccids : List.of(first, second)) {
            floor.awaitState(iccids.get(FactoryFloor.eid(euiccs.get(EUICCS - 1))), "AVAILABLE");
        }
        assertThat(FactoryFloor.states(floor.atLocal.get("local-provisioning/lots"), "cut"))
                .isEqualTo(counts(Map.of("INSTALLED", 2 * (EUICCS - 1), "KEY_DELETED", 2)));
        assertThat(floor.keysOf("cut"))
                .isEqualTo(counts(
                        Map.of("USED", 2 * (EUICCS - 1), "DELETED", FactoryFloor.KEYS * EUICCS - 2 * (EUICCS - 1))));
        assertThat(floor.operators.get(0).awaitInstalled(first.values(), EUICCS - 1))
                .containsExactlyInAnyOrderElementsOf(
                        first.values().stream().filter(installed::contains).toList());
        assertThat(floor.operators.get(1).awaitInstalled(second.values(), EUICCS - 1))
                .containsExactlyInAnyOrderElementsOf(
                        second.values().stream().filter(installed::contains).toList());
    }

    private static JsonNode counts(Map<String, Integer> counts) {
        return new ObjectMapper().valueToTree(counts);
    }

    @Test
    void foreign_altered_and_expired_packages_are_refused_with_a_line_and_what_is_left_over_is_free_again()
            throws Exception {
        List<Euicc> euiccs = floor.lot("refused", 3);
        Map<String, String> iccids = floor.operators
                .get(0)
                .order("refused", euiccs.stream().map(FactoryFloor::eid).toList());
        floor.offer("refused", Optional.empty());
        floor.download("refused", 3);

        Euicc target = euiccs.get(0);
        ProfilePackets foreign = packetsOf(target);
        assertThatThrownBy(() -> floor.serve(euiccs.get(1), server -> new LocalServerBetween(server) {
                    @Override
                    ProfilePackets passing(ProfilePackets packets) {
                        return foreign;
                    }
                }))
                .isInstanceOf(RefusedByServerException.class);
        assertThat(floor.atLocal.audited("notification", "euicc:" + FactoryFloor.eid(euiccs.get(1))))
                .containsExactly("no package here is bound to the key " + foreign.keyIdentifier() + " of this eUICC");
        assertThat(FactoryFloor.installed(euiccs.get(1))).isEmpty();

        String iccid = iccids.get(FactoryFloor.eid(target));
        Served altered = floor.serve(target, server -> new LocalServerBetween(server) {
            @Override
            ProfilePackets passing(ProfilePackets packets) {
                return withAnotherSignature(packets);
            }
        });
        assertThat(altered.isWell()).isFalse();
        assertThat(altered.keysDeleted()).isFalse();
        assertThat(floor.atLocal.audited("notification", "profile:" + iccid))
                .singleElement()
                .asString()
                .contains("INITIALISE_SECURE_CHANNEL");
        assertThat(FactoryFloor.installed(target)).isEmpty();
        assertThat(floor.serve(target).isWell()).isTrue();
        assertThat(FactoryFloor.installed(target)).containsExactly(iccid);

        assertExpired(euiccs.get(2), iccids.get(FactoryFloor.eid(euiccs.get(2))));
    }

    private static void assertExpired(Euicc euicc, String iccid) throws Exception {
        floor.offer("refused", Optional.of(Instant.now()));
        floor.atLocal.await("local-provisioning/lots", lots -> FactoryFloor.lot(lots, "refused")
                .hasNonNull("expiresAt"));
        Served served = floor.serve(euicc);
        assertThat(served.outcomes()).isEmpty();
        assertThat(served.keysDeleted()).isTrue();
        assertThat(floor.atLocal.audited("handOutPackets", "profile:" + iccid))
                .containsExactly("the time of the lot is over");
        floor.awaitCarried();
        floor.awaitState(iccid, "AVAILABLE");
    }

    /** What the server has for an eUICC, taken away from the assistant before the eUICC got it. */
    private static ProfilePackets packetsOf(Euicc euicc) {
        List<ProfilePackets> taken = new ArrayList<>();
        assertThatThrownBy(() -> floor.serve(euicc, server -> new LocalServerBetween(server) {
                    @Override
                    ProfilePackets passing(ProfilePackets packets) throws IOException {
                        taken.add(packets);
                        throw new IOException("taken");
                    }
                }))
                .hasMessage("taken");
        return taken.get(0);
    }

    /** The same but for the last byte of smdpSign in InitialiseSecureChannel, which ends the second chain of STORE DATA. */
    private static ProfilePackets withAnotherSignature(ProfilePackets packets) {
        List<CommandApdu> commands = new ArrayList<>();
        int chain = 1;
        for (byte[] packet : packets.packets()) {
            CommandApdu command = CommandApdu.decode(packet);
            boolean isLast = (command.p1() & 0x80) != 0;
            byte[] data = command.data().clone();
            if (isLast && chain++ == 2) {
                data[data.length - 1] ^= 1;
            }
            commands.add(new CommandApdu(command.cla(), command.ins(), command.p1(), command.p2(), data, command.le()));
        }
        return ProfilePackets.of(
                packets.batch(), packets.number(), packets.keyIdentifier(), packets.metadata(), commands);
    }
}
