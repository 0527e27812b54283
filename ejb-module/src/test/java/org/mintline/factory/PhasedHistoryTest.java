package org.mintline.factory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.mintline.smdpplus.lot.KeyState;
import org.mintline.support.DeliveryState;
import org.mintline.testing.EmptyH2;

/** Random histories over SM-DP+, aggregator and local provisioning server (OFF-7): whatever happens, all three agree with the eUICCs in the end. */
class PhasedHistoryTest {
    private static final int HISTORIES = 12;

    private enum Event {
        ORDER,
        CANCEL,
        BIND,
        LEAVE,
        PULL,
        SERVE,
        CARRY,
        COME_BACK
    }

    private enum Fault {
        NONE,
        TWICE,
        CUT_BEFORE,
        CUT_AFTER,
        KILLED,
        POWER_CUT
    }

    /**
     * Something that happens.
     *
     * @param amount how much, or to which eUICC
     * @param moment at which call, transaction or command the fault is
     */
    private record Happening(Event event, int amount, Fault fault, int moment) {}

    @Provide
    Arbitrary<List<Happening>> histories() {
        return Combinators.combine(
                        Arbitraries.of(Event.values()),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of(Fault.values()),
                        Arbitraries.integers().between(0, 12))
                .as(Happening::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(30);
    }

    @Property(tries = HISTORIES, shrinking = ShrinkingMode.OFF)
    void whatever_is_cut_killed_repeated_or_given_up_all_places_agree_with_the_eUICCs(
            @ForAll("histories") List<Happening> history, @ForAll boolean deleteUnusedKeys) throws IOException {
        ThreePlaces places = new ThreePlaces(EmptyH2.open(), deleteUnusedKeys);
        for (Happening happening : history) {
            carryOut(places, happening);
            assertNobodyIsCloned(places);
        }
        places.settle();
        assertAllAgree(places);
        places.replayEverything();
        assertNobodyIsCloned(places);
    }

    private static void carryOut(ThreePlaces places, Happening happening) throws IOException {
        PhasedFactory factory = places.factory;
        OfflineEuicc euicc = places.euiccs.get(happening.amount() % ThreePlaces.EUICCS);
        factory.countAnew();
        factory.cutBefore = call -> happening.fault() == Fault.CUT_BEFORE && call == happening.moment();
        factory.cutAfter = call -> happening.fault() == Fault.CUT_AFTER && call == happening.moment();
        factory.killIn = call -> happening.fault() == Fault.KILLED && call == happening.moment();
        if (happening.fault() == Fault.POWER_CUT) {
            euicc.cutPowerAfter(happening.moment() * happening.amount());
        }
        try {
            carryOut(places, happening, euicc);
        } catch (PhasedFactory.KilledException | OfflineEuicc.PowerCutException | IOException e) {
            assertThat(happening.fault()).as(e.toString()).isNotIn(Fault.NONE, Fault.TWICE);
        }
        factory.cutBefore = call -> false;
        factory.cutAfter = call -> false;
        factory.killIn = transaction -> false;
        euicc.powerOn();
        places.pass(Duration.ofMinutes(2));
    }

    private static void carryOut(ThreePlaces places, Happening happening, OfflineEuicc euicc) throws IOException {
        int times = happening.fault() == Fault.TWICE ? 2 : 1;
        switch (happening.event()) {
            case ORDER -> places.order(happening.amount());
            case CANCEL -> {
                if (happening.moment() == 0) {
                    places.cancel();
                }
            }
            case BIND -> places.bind();
            case LEAVE -> places.leave(happening.amount(), times);
            case PULL -> places.factory.download();
            case SERVE -> places.serve(euicc);
            case CARRY -> places.factory.carry();
            case COME_BACK -> places.comeBack(happening.amount(), times);
        }
    }

    /** A profile is on one eUICC at most, and what is on one is for no other order. */
    private static void assertNobodyIsCloned(ThreePlaces places) {
        Map<String, String> homes = new HashMap<>();
        for (OfflineEuicc euicc : places.euiccs) {
            for (String iccid : euicc.installed()) {
                assertThat(homes.put(iccid, euicc.eid().digits())).as(iccid).isNull();
                assertThat(places.stateAtSmDpPlus(iccid)).as(iccid).isIn("DOWNLOADED", "INSTALLED");
            }
        }
    }

    private static void assertAllAgree(ThreePlaces places) {
        List<String> installed = places.euiccs.stream()
                .flatMap(euicc -> euicc.installed().stream())
                .sorted()
                .toList();
        assertThat(places.iccids.stream()
                        .filter(iccid -> places.stateAtSmDpPlus(iccid).equals("INSTALLED")))
                .containsExactlyElementsOf(installed);
        List<LocalStock.Profile> local = places.factory.profiles();
        assertThat(local.stream()
                        .filter(profile -> profile.state() == LocalProfileState.INSTALLED)
                        .map(LocalStock.Profile::iccid)
                        .sorted())
                .containsExactlyElementsOf(installed);
        assertThat(local).extracting(LocalStock.Profile::state).noneMatch(LocalProfileState::isForHandingOut);
        assertThat(places.factory.aggregatedStates().entrySet().stream()
                        .filter(entry -> entry.getValue() == DeliveryState.INSTALLED)
                        .map(Map.Entry::getKey)
                        .sorted())
                .containsExactlyElementsOf(installed);
        assertThat(places.iccids.stream().collect(Collectors.toMap(iccid -> iccid, places::toldInstalled)))
                .allSatisfy((iccid, told) -> assertThat(told).isEqualTo(installed.contains(iccid) ? 1 : 0));
        assertThat(places.keys().getOrDefault(KeyState.USED, 0L)).isEqualTo(installed.size());
        assertThat(places.factory.reports()).isEqualTo(new LocalStock.Reports(0, 0));
        for (LocalStock.Profile profile : local) {
            if (profile.state() == LocalProfileState.KEY_DELETED && !installed.contains(profile.iccid())) {
                assertThat(places.stateAtSmDpPlus(profile.iccid()))
                        .as(profile.toString())
                        .isEqualTo("AVAILABLE");
            }
        }
    }
}
