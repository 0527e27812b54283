package org.mintline.device.lpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.euicc.state.EuiccState;
import org.mintline.device.euicc.state.StateStore;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.data.ErrorReason;
import org.mintline.rsp.data.FinalResult;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.es10.EnableResult;

/** Whenever the power is cut, the card comes back with a state that the standard knows. */
@AddLifecycleHook(WhereMaterialIs.class)
class PowerCutProperties {
    @Property(tries = 60)
    void a_cut_at_any_command_leaves_a_whole_profile_or_none(@ForAll @IntRange(min = 0, max = 120) int commands) {
        Memory memory = new Memory();
        Power power = new Power(card(memory), commands);

        run(power);

        assertWhole(card(memory));
    }

    @Property(tries = 40)
    void a_cut_at_any_write_leaves_a_whole_profile_or_none(@ForAll @IntRange(min = 0, max = 9) int writes) {
        Memory memory = new Memory();
        memory.writesLeft = writes;
        Power power = new Power(card(memory), Integer.MAX_VALUE);

        run(power);

        memory.writesLeft = Integer.MAX_VALUE;
        assertWhole(card(memory));
    }

    /** Installs, enables, changes a file, disables: as far as the power lasts. */
    private static void run(Power power) {
        try {
            Sgp26Server server = new Sgp26Server(power.card.configuration().eid());
            new Lpa(power::transmit, address -> server)
                    .download(DownloadRequest.ofDefault(Sgp26Server.ADDRESS), EndUser.AGREEING);
            try (Es10 es10 = new Es10(power::transmit)) {
                es10.enableProfile(Sgp26Server.ICCID);
                es10.setNickname(Sgp26Server.ICCID, "first");
                es10.disableProfile(Sgp26Server.ICCID);
            }
        } catch (PowerIsCut expected) {
            // what this test is about
        }
    }

    private static void assertWhole(Euicc card) {
        EuiccState state = card.state();
        List<PendingNotification> notifications = state.notifications();
        assertThat(state.begunInstallation()).isEmpty();
        assertThat(notifications)
                .extracting(n -> n.notificationMetadata().seqNumber())
                .doesNotHaveDuplicates();
        if (!state.profiles().isEmpty()) {
            try (Es10 es10 = new Es10(card::transmit)) {
                es10.disableProfile(Sgp26Server.ICCID);
                assertThat(es10.enableProfile(Sgp26Server.ICCID)).isEqualTo(EnableResult.OK);
            }
            assertThat(new Terminal(card).readBinary("2FE2")).isEqualTo(Sgp26Server.ICCID.ef());
            return;
        }
        notifications.forEach(PowerCutProperties::assertInterrupted);
        Sgp26Server server = new Sgp26Server(card.configuration().eid());
        DownloadResult again = new Lpa(card::transmit, address -> server)
                .download(DownloadRequest.ofDefault(Sgp26Server.ADDRESS), EndUser.AGREEING);
        assertThat(again.isInstalled()).isTrue();
    }

    private static void assertInterrupted(PendingNotification notification) {
        assertThat(notification).isInstanceOfSatisfying(ProfileInstallationResult.class, result -> {
            FinalResult end = result.profileInstallationResultData().finalResult();
            assertThat(end)
                    .isInstanceOfSatisfying(FinalResult.ErrorResult.class, error -> assertThat(error.errorReason())
                            .isEqualTo(ErrorReason.INSTALL_FAILED_DUE_TO_INTERRUPTION));
        });
    }

    private static Euicc card(Memory memory) {
        return new Euicc(Sgp26.euicc(), Cryptography.system(), Sgp26.CLOCK, memory);
    }

    private static final class PowerIsCut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Power {
        private final Euicc card;
        private int commandsLeft;

        Power(Euicc card, int commands) {
            this.card = card;
            this.commandsLeft = commands;
        }

        byte[] transmit(byte[] command) {
            if (commandsLeft-- == 0) {
                throw new PowerIsCut();
            }
            return card.transmit(command);
        }
    }

    /** Keeps the last image that was written whole; the write at which the power ends leaves the one before. */
    private static final class Memory implements StateStore {
        private byte[] image;
        private int writesLeft = Integer.MAX_VALUE;

        @Override
        public void save(byte[] next) {
            if (writesLeft-- == 0) {
                throw new PowerIsCut();
            }
            image = next;
        }

        @Override
        public Optional<byte[]> load() {
            return Optional.ofNullable(image);
        }
    }
}
