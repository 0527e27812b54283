package org.mintline.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.mintline.device.fpa.FactoryProfileAssistant.Served;
import org.mintline.device.fpa.RefusedByServerException;
import org.mintline.factory.FactoryPartners.Kind;
import org.mintline.factory.FactoryPartners.Lot;
import org.mintline.factory.FactoryPartners.Partner;
import org.mintline.line.LineMessageKind;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.bulk.DeviceEvent;
import org.mintline.rsp.bulk.DeviceReport;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.rsp.factory.DeleteUnusedKeysResponse;
import org.mintline.rsp.identification.Iccid;
import org.mintline.support.DeliveryState;
import org.mintline.support.SupportWorld;
import org.mintline.testing.OnEveryDatabase;
import org.mintline.testing.TestCertificates;
import org.mintline.testing.TestDatabase;

/** Packages of two operators go through an aggregator into a factory without a line, and what eUICCs sign comes back. */
class PhasedProvisioningTest {
    private static final BatchId OTHER_BATCH = BatchId.of("FEDCBA9876543210FEDCBA9876543210");
    private static final Iccid FIRST = SupportWorld.iccid(1);
    private static final Iccid SECOND = SupportWorld.iccid(2);

    private PhasedFactory factory;
    private OfflineEuicc euicc;

    /** One profile of each operator, for the same eUICC, which has a third key. */
    private void open(TestDatabase database, boolean deleteUnusedKeys) {
        factory = new PhasedFactory(database, deleteUnusedKeys);
        euicc = new OfflineEuicc(PhasedFactory.PKI, 0, 3, factory.support.clock);
        factory.deliver(SupportWorld.LINE, SupportWorld.BATCH, List.of(euicc.bind(SupportWorld.BATCH, 1, FIRST, 0)));
        factory.deliver(PhasedFactory.OTHER_LINE, OTHER_BATCH, List.of(euicc.bind(OTHER_BATCH, 1, SECOND, 1)));
    }

    private void assertBothInstalledAndToldOnce() {
        assertThat(euicc.installed()).containsExactly(FIRST.digits(), SECOND.digits());
        assertThat(factory.localStates())
                .isEqualTo(Map.of(
                        FIRST.digits(), LocalProfileState.INSTALLED, SECOND.digits(), LocalProfileState.INSTALLED));
        assertThat(factory.aggregatedStates())
                .isEqualTo(Map.of(FIRST.digits(), DeliveryState.INSTALLED, SECOND.digits(), DeliveryState.INSTALLED));
        assertThat(factory.sent(LineMessageKind.DEVICE_REPORT))
                .extracting(SupportWorld.Sent::line)
                .containsExactlyInAnyOrder(SupportWorld.LINE, PhasedFactory.OTHER_LINE);
        assertThat(factory.reports()).isEqualTo(new LocalStock.Reports(0, 0));
    }

    @OnEveryDatabase
    void an_euicc_gets_the_profiles_of_two_operators_while_the_line_is_cut(TestDatabase database) throws IOException {
        open(database, true);
        assertThat(factory.download()).isEqualTo(2);

        Served served = factory.serve(euicc);

        assertThat(served.isWell()).isTrue();
        assertThat(served.outcomes()).hasSize(2);
        assertThat(served.keysDeleted()).isTrue();
        factory.cutBefore = call -> true;
        assertThatThrownBy(factory::carry).hasMessage("the line is cut");
        assertThat(factory.sent).isEmpty();
        assertThat(factory.reports()).isEqualTo(new LocalStock.Reports(3, 0));
        factory.cutBefore = call -> false;
        factory.carry();
        assertBothInstalledAndToldOnce();
        DeviceReport report = DeviceReport.decode(
                factory.sent(LineMessageKind.DEVICE_REPORT).get(0).message().content());
        assertThat(report.event()).isEqualTo(DeviceEvent.INSTALLED);
        assertThat(report.notification()).isPresent();
        List<SupportWorld.Sent> proofs = factory.sent(LineMessageKind.DELETED_KEYS);
        assertThat(proofs)
                .extracting(SupportWorld.Sent::line)
                .containsExactlyInAnyOrder(SupportWorld.LINE, PhasedFactory.OTHER_LINE);
        assertThat(DeleteUnusedKeysResponse.decode(proofs.get(0).message().content())
                        .signed()
                        .keyIdentifiers())
                .hasSize(1);
    }

    @OnEveryDatabase
    void wherever_the_line_to_the_aggregator_breaks_nothing_is_lost_and_nothing_twice(TestDatabase database)
            throws IOException {
        open(database, false);
        for (int broken = 0; broken < 5; broken++) {
            int here = broken;
            factory.countAnew();
            factory.cutAfter = call -> call == here;
            factory.download();
        }
        factory.cutAfter = call -> false;
        factory.download();
        assertThat(factory.localStates().keySet()).containsExactlyInAnyOrder(FIRST.digits(), SECOND.digits());
        assertThat(factory.lot().problem()).isEmpty();
        assertThat(factory.atAggregator(() -> factory.aggregation.lots(factory.server())))
                .extracting(Aggregation.LotView::isMore)
                .containsExactly(false);
        factory.serve(euicc);

        factory.countAnew();
        factory.cutAfter = call -> call == 0;
        assertThatThrownBy(factory::carry).hasMessage("the answer is lost");
        factory.carry();

        assertBothInstalledAndToldOnce();
    }

    @OnEveryDatabase
    void wherever_an_assistant_is_cut_off_the_eUICC_gets_each_profile_once(TestDatabase database) throws IOException {
        open(database, false);
        factory.download();
        int broken = 0;
        boolean isServed = false;
        while (!isServed) {
            int here = broken++;
            factory.countAnew();
            factory.cutBefore = call -> here % 2 == 0 && call == here / 2;
            factory.cutAfter = call -> here % 2 == 1 && call == here / 2;
            try {
                factory.serve(euicc);
                isServed = factory.calls() <= here / 2;
            } catch (IOException e) {
                assertThat(e).hasMessageMatching("the (line is cut|answer is lost)");
            }
            euicc.powerOn();
        }
        factory.cutBefore = call -> false;
        factory.cutAfter = call -> false;
        factory.serve(euicc);
        factory.carry();

        assertBothInstalledAndToldOnce();
        assertThat(factory.support.refusals).isEmpty();
    }

    @OnEveryDatabase
    void an_eUICC_is_with_one_assistant_at_a_time(TestDatabase database) throws IOException {
        open(database, false);
        factory.download();
        factory.countAnew();
        factory.cutBefore = call -> call == 2;
        assertThatThrownBy(() -> factory.serve(euicc)).hasMessage("the line is cut");
        factory.cutBefore = call -> false;

        assertThatThrownBy(() -> factory.serve(factory.otherAssistant, euicc))
                .isInstanceOf(RefusedByServerException.class)
                .hasMessage("assistant-1 works on this eUICC");
        factory.support.clock.advance(Duration.ofMinutes(16));
        assertThat(factory.serve(factory.otherAssistant, euicc).isWell()).isTrue();
        assertThat(factory.serve(euicc).outcomes()).isEmpty();
    }

    @OnEveryDatabase
    void foreign_altered_used_and_expired_packages_are_refused_with_a_line(TestDatabase database) throws IOException {
        open(database, false);
        OfflineEuicc foreign = new OfflineEuicc(PhasedFactory.PKI, 1, 2, factory.support.clock);
        ProfilePackets onUsedKey = euicc.bind(BatchId.of("AA".repeat(16)), 1, SupportWorld.iccid(3), 0);
        factory.deliver(SupportWorld.LINE, BatchId.of("AA".repeat(16)), List.of(onUsedKey));
        assertThat(factory.download()).isEqualTo(2);
        assertRefusal("downloadPackets", "a package that is bound to the same key came before");

        assertThatThrownBy(() -> factory.serve(foreign)).hasMessage("nothing here is for this eUICC");
        assertRefusal("authenticateEuicc", "nothing here is for this eUICC");

        factory.alter(FIRST);
        assertThat(factory.serve(euicc).outcomes()).hasSize(1);
        assertRefusal("handOutPackets", "the packets here are not those that came");
        assertThat(euicc.installed()).containsExactly(SECOND.digits());
        assertThat(factory.localStates()).containsEntry(FIRST.digits(), LocalProfileState.REFUSED);
    }

    @OnEveryDatabase
    void a_key_that_the_eUICC_deleted_before_ends_in_a_refusal_and_a_report(TestDatabase database) throws IOException {
        open(database, false);
        factory.download();
        try (org.mintline.device.lpa.Es10 es10 = new org.mintline.device.lpa.Es10(euicc::transmit)) {
            es10.deleteUnusedKeys();
        }

        Served served = factory.serve(euicc);

        assertThat(served.isWell()).isFalse();
        assertThat(factory.localStates().values()).containsOnly(LocalProfileState.REFUSED);
        assertRefusal("refusePackets", "PrepareFactoryDownload: DELETED_KEY");
        factory.carry();
        assertThat(factory.sent(LineMessageKind.DEVICE_REPORT))
                .extracting(
                        sent -> DeviceReport.decode(sent.message().content()).event())
                .containsOnly(DeviceEvent.INSTALLATION_FAILED);
        assertThat(factory.serve(euicc).outcomes()).isEmpty();
    }

    @OnEveryDatabase
    void a_package_that_comes_after_its_key_was_deleted_gets_the_proof_on_its_own_line(TestDatabase database)
            throws IOException {
        factory = new PhasedFactory(database, true);
        euicc = new OfflineEuicc(PhasedFactory.PKI, 0, 2, factory.support.clock);
        ProfilePackets late = euicc.bind(OTHER_BATCH, 1, SECOND, 1);
        factory.deliver(SupportWorld.LINE, SupportWorld.BATCH, List.of(euicc.bind(SupportWorld.BATCH, 1, FIRST, 0)));
        factory.download();
        factory.serve(euicc);
        factory.carry();
        assertThat(factory.sent(LineMessageKind.DELETED_KEYS))
                .extracting(SupportWorld.Sent::line)
                .containsExactly(SupportWorld.LINE);

        factory.deliver(PhasedFactory.OTHER_LINE, OTHER_BATCH, List.of(late));
        factory.download();
        factory.serve(euicc);
        factory.carry();

        assertThat(factory.localStates())
                .isEqualTo(Map.of(
                        FIRST.digits(), LocalProfileState.INSTALLED, SECOND.digits(), LocalProfileState.KEY_DELETED));
        assertThat(factory.sent(LineMessageKind.DELETED_KEYS))
                .extracting(SupportWorld.Sent::line)
                .contains(PhasedFactory.OTHER_LINE);
    }

    @OnEveryDatabase
    void after_the_time_of_a_lot_nothing_is_handed_out_and_what_is_left_is_purged(TestDatabase database)
            throws IOException {
        open(database, false);
        database.callInNew(() -> factory.partners.replaceLots(
                "factory-1",
                List.of(new Lot(
                        PhasedFactory.LOT,
                        Optional.of(factory.support.clock.instant().plusSeconds(60)))),
                "test"));
        Partner limited = database.callInNew(() -> factory.partners.list()).get(0);
        assertThat(limited.lots().get(0).expiresAt()).isPresent();
        factory.serverIs(limited);
        factory.download();
        assertThat(factory.purge()).isZero();
        factory.support.clock.advance(Duration.ofSeconds(60));

        assertThat(factory.serve(euicc).outcomes()).isEmpty();

        assertThat(factory.localStates().values()).containsOnly(LocalProfileState.EXPIRED);
        assertRefusal("handOutPackets", "the time of the lot is over");
        assertThatThrownBy(() -> factory.atAggregator(
                        () -> factory.aggregation.packages(limited, PhasedFactory.LOT, Optional.empty(), 1)))
                .hasMessage("the time of the lot is over");
        assertThat(factory.purge()).isZero();
        assertThat(euicc.installed()).isEmpty();
    }

    @OnEveryDatabase
    void a_server_gets_its_own_lots_alone_and_is_known_by_its_certificate(TestDatabase database) {
        open(database, false);
        var certificate = TestCertificates.selfSigned("CN=factory-2");
        Partner other = database.callInNew(
                () -> factory.partners.register(Kind.LOCAL_PROVISIONING_SERVER, "factory-2", certificate, "test"));

        assertThatThrownBy(() -> factory.atAggregator(
                        () -> factory.aggregation.packages(other, PhasedFactory.LOT, Optional.empty(), 1)))
                .hasMessage("the lot is none of this server's");
        assertThatThrownBy(() -> database.callInNew(() -> factory.partners.replaceLots(
                        "factory-2", List.of(new Lot(PhasedFactory.LOT, Optional.empty())), "test")))
                .hasMessage("the lot lot-7 is another server's");
        assertThatThrownBy(() -> database.callInNew(() ->
                        factory.partners.register(Kind.LOCAL_PROVISIONING_SERVER, "factory-3", certificate, "test")))
                .isInstanceOf(FactoryException.class);
        assertThat(database.callInNew(() -> factory.partners.find(Kind.LOCAL_PROVISIONING_SERVER, certificate)))
                .map(Partner::name)
                .contains("factory-2");
        assertThat(database.callInNew(() -> factory.partners.find(Kind.FACTORY_PROFILE_ASSISTANT, certificate)))
                .isEmpty();
        database.callInNew(() -> factory.partners.revoke("factory-2", "test"));
        assertThat(database.callInNew(() -> factory.partners.find(Kind.LOCAL_PROVISIONING_SERVER, certificate)))
                .isEmpty();
    }

    @OnEveryDatabase
    void the_packages_of_a_lot_are_found_by_state_and_eUICC_a_page_at_a_time(TestDatabase database) throws IOException {
        open(database, false);
        OfflineEuicc other = new OfflineEuicc(PhasedFactory.PKI, 1, 1, factory.support.clock);
        BatchId third = BatchId.of("AA".repeat(16));
        factory.deliver(SupportWorld.LINE, third, List.of(other.bind(third, 1, SupportWorld.iccid(3), 0)));
        factory.download();
        factory.serve(other);
        List<LocalStock.Profile> all = factory.profiles();

        LocalStock.Filter lot =
                new LocalStock.Filter(Optional.of(PhasedFactory.LOT), Optional.empty(), Optional.empty());
        assertThat(factory.profiles(lot, OptionalLong.empty(), 2)).isEqualTo(all.subList(0, 2));
        assertThat(factory.profiles(lot, OptionalLong.of(all.get(1).id()), 2)).isEqualTo(all.subList(2, 3));
        assertThat(factory.profiles(
                        new LocalStock.Filter(lot.lot(), Optional.of(LocalProfileState.INSTALLED), Optional.empty()),
                        OptionalLong.empty(),
                        500))
                .extracting(LocalStock.Profile::iccid)
                .containsExactly(SupportWorld.iccid(3).digits());
        assertThat(factory.profiles(
                        new LocalStock.Filter(
                                lot.lot(),
                                Optional.of(LocalProfileState.RECEIVED),
                                Optional.of(all.get(0).eid())),
                        OptionalLong.empty(),
                        500))
                .extracting(LocalStock.Profile::iccid)
                .containsExactlyInAnyOrder(FIRST.digits(), SECOND.digits());
        assertThat(factory.profiles(
                        new LocalStock.Filter(Optional.of("lot-8"), Optional.empty(), Optional.empty()),
                        OptionalLong.empty(),
                        500))
                .isEmpty();
        assertThat(factory.lot(PhasedFactory.LOT)).contains(factory.lot());
        assertThat(factory.lot().profiles())
                .isEqualTo(Map.of(LocalProfileState.RECEIVED, 2L, LocalProfileState.INSTALLED, 1L));
        assertThat(factory.lot("lot-8")).isEmpty();
    }

    @OnEveryDatabase
    void reports_that_the_aggregator_does_not_take_are_listed_with_its_reason(TestDatabase database)
            throws IOException {
        open(database, true);
        factory.download();
        factory.serve(euicc);
        assertThat(factory.refusedReports(OptionalLong.empty(), 500)).isEmpty();
        factory.serverIs(database.callInNew(() -> factory.partners.register(
                Kind.LOCAL_PROVISIONING_SERVER, "factory-2", TestCertificates.selfSigned("CN=factory-2"), "test")));

        factory.carry();

        assertThat(factory.reports()).isEqualTo(new LocalStock.Reports(0, 3));
        List<LocalStock.RefusedReport> refused = factory.refusedReports(OptionalLong.empty(), 2);
        assertThat(refused)
                .extracting(LocalStock.RefusedReport::kind)
                .containsExactly(LocalStock.ReportKind.DELETED_KEYS, LocalStock.ReportKind.DEVICE);
        assertThat(refused)
                .extracting(LocalStock.RefusedReport::reason)
                .containsExactly(
                        "no lot of this server has a profile for that eUICC",
                        "no lot of this server has such a profile for that eUICC");
        assertThat(factory.refusedReports(OptionalLong.of(refused.get(1).id()), 2))
                .extracting(LocalStock.RefusedReport::kind)
                .containsExactly(LocalStock.ReportKind.DEVICE);
    }

    private void assertRefusal(String action, String detail) {
        assertThat(factory.support.refusals).anySatisfy(line -> {
            assertThat(line.action()).isEqualTo(action);
            assertThat(line.detail()).isEqualTo(detail);
        });
    }
}
