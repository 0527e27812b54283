package org.mintline.device.lpa;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.euicc.configuration.EuiccConfiguration;
import org.mintline.device.euicc.state.EuiccState;
import org.mintline.device.euicc.state.PreloadedOneTimeKey;
import org.mintline.device.lpa.FactoryWorld.Memory;
import org.mintline.device.lpa.FactoryWorld.PowerIsCut;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.ErrorReason;
import org.mintline.rsp.data.FinalResult;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.factory.OfflineBoundProfilePackage;
import org.mintline.rsp.factory.PreloadedKeys;
import org.mintline.rsp.factory.PrepareFactoryDownloadResult;

/** Whenever the power is cut in a factory: a key that can still be used, with no profile, or a profile with a used key. */
@AddLifecycleHook(WhereMaterialIs.class)
class OfflinePowerCutProperties {
    private static final FactoryWorld WORLD = FactoryWorld.on(EllipticCurve.NIST_P256);
    private static final EuiccConfiguration EUICC = WORLD.euicc(0);

    /** The card as it left its maker, and the package for it. */
    private record Lot(byte[] image, OfflineBoundProfilePackage bound) {
        static Lot make() {
            Memory memory = new Memory();
            PreloadedKeys keys = card(memory).preload(1, EUICC.credentials().get(0));
            return new Lot(memory.image, WORLD.bind(EUICC, keys.signed().keys().get(0)));
        }
    }

    private Lot lot;

    /** The package takes 61 exchanges: every one is tried, and none. */
    @Property(tries = 62)
    void a_cut_at_any_command_leaves_a_usable_key_or_a_profile(@ForAll @IntRange(max = 61) int commands) {
        cut(commands, Integer.MAX_VALUE);
    }

    @Property(tries = 5)
    void a_cut_at_any_write_leaves_a_usable_key_or_a_profile(@ForAll @IntRange(max = 4) int writes) {
        cut(Integer.MAX_VALUE, writes);
    }

    private void cut(int commands, int writes) {
        if (lot == null) {
            lot = Lot.make();
        }
        Memory memory = new Memory();
        memory.image = lot.image();
        memory.writesLeft = writes;
        boolean ended = run(card(memory), commands);
        memory.writesLeft = Integer.MAX_VALUE;
        assertUsableOrInstalled(memory, ended);
    }

    /** Whether the result was given. */
    private boolean run(Euicc card, int commands) {
        int[] left = {commands};
        try {
            FactoryWorld.install(
                    command -> {
                        if (left[0]-- == 0) {
                            throw new PowerIsCut();
                        }
                        return card.transmit(command);
                    },
                    lot.bound());
            return true;
        } catch (PowerIsCut expected) {
            return false;
        }
    }

    private void assertUsableOrInstalled(Memory memory, boolean ended) {
        EuiccState state = card(memory).state();
        boolean used = state.preloadedKeys().get(0) instanceof PreloadedOneTimeKey.Spent;
        assertThat(state.begunInstallation()).isEmpty();
        assertThat(state.profiles()).hasSize(used ? 1 : 0);
        assertThat(used || !ended).as("what was reported is kept").isTrue();
        assertThat(state.notifications().stream().filter(n -> !isInterruption(n)))
                .hasSize(used ? 1 : 0);
        if (!used) {
            assertThat(FactoryWorld.install(card(memory)::transmit, lot.bound()).result())
                    .isPresent();
            assertThat(card(memory).state().profiles()).hasSize(1);
        }
        assertThat(FactoryWorld.install(card(memory)::transmit, lot.bound()).preparation())
                .isEqualTo(PrepareFactoryDownloadResult.USED_KEY);
    }

    private static boolean isInterruption(PendingNotification notification) {
        return notification instanceof ProfileInstallationResult result
                && result.profileInstallationResultData().finalResult() instanceof FinalResult.ErrorResult error
                && error.errorReason() == ErrorReason.INSTALL_FAILED_DUE_TO_INTERRUPTION;
    }

    private static Euicc card(Memory memory) {
        return new Euicc(EUICC, Cryptography.system(), FactoryWorld.CLOCK, memory);
    }
}
