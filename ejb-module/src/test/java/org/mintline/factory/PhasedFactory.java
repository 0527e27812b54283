package org.mintline.factory;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.mintline.authentication.CertificateIssuers;
import org.mintline.authentication.EuiccAuthentication;
import org.mintline.authentication.EumCertificates;
import org.mintline.authentication.OwnAddress;
import org.mintline.authentication.ServerAuthentication;
import org.mintline.device.fpa.FactoryProfileAssistant;
import org.mintline.device.fpa.FactoryProfileAssistant.Served;
import org.mintline.device.fpa.LocalServer;
import org.mintline.device.fpa.RefusedByServerException;
import org.mintline.device.lpa.Lpa;
import org.mintline.device.pki.TestPki;
import org.mintline.factory.FactoryPartners.Kind;
import org.mintline.factory.FactoryPartners.Lot;
import org.mintline.factory.FactoryPartners.Partner;
import org.mintline.factory.aggregation.AggregatedReports;
import org.mintline.factory.aggregation.AggregationBean;
import org.mintline.factory.aggregation.Offered;
import org.mintline.factory.aggregation.ReportForwarding;
import org.mintline.factory.local.Aggregator;
import org.mintline.factory.local.Arrivals;
import org.mintline.factory.local.DeletionProof;
import org.mintline.factory.local.Departures;
import org.mintline.factory.local.FpaAuthentication;
import org.mintline.factory.local.FpaSessions;
import org.mintline.factory.local.HandOut;
import org.mintline.factory.local.Intake;
import org.mintline.factory.local.LeftOvers;
import org.mintline.factory.local.LocalAudit;
import org.mintline.factory.local.LocalPolicy;
import org.mintline.factory.local.LocalProvisioningBean;
import org.mintline.factory.local.LocalReports;
import org.mintline.factory.local.LocalRepository;
import org.mintline.factory.local.LocalStockBean;
import org.mintline.factory.local.LotDownload;
import org.mintline.factory.local.ReportCarrier;
import org.mintline.factory.partner.FactoryPartnersBean;
import org.mintline.factory.partner.PartnerRepository;
import org.mintline.line.LineMessage;
import org.mintline.line.LineMessageKind;
import org.mintline.line.LineOutbox;
import org.mintline.rsp.bulk.BatchAnnouncement;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.bulk.BatchManifest;
import org.mintline.rsp.bulk.DigestOfDigests;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.es10.AuthenticateServerResponse;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.factory.DeleteUnusedKeysResponse;
import org.mintline.rsp.factory.PrepareFactoryDownloadResponse;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.Imei;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.smdpplus.TestKeys;
import org.mintline.support.DeliveryState;
import org.mintline.support.PacketStore;
import org.mintline.support.SupportWorld;
import org.mintline.testing.TestCertificates;
import org.mintline.testing.TestDatabase;

/**
 * An aggregator with the lines of two operators, a local provisioning server, and an assistant with eUICCs. Aggregator and local server share a
 * database, in tables of their own. Every call between two of them can be cut, before or after it took effect.
 */
final class PhasedFactory {
    static final String LOT = SupportWorld.LOT;
    static final String OTHER_LINE = "northern";
    static final TestPki PKI = TestPki.create(
            Cryptography.system(),
            new TestPki.Parameters(
                    OfflineEuicc.ADDRESS,
                    "2.999.10",
                    Set.of(org.mintline.rsp.crypto.EllipticCurve.NIST_P256),
                    "89049032",
                    3,
                    "operator1",
                    org.mintline.testing.TestClock.START.minusSeconds(86_400)));

    final SupportWorld support;
    private Partner server;
    final Partner assistant = new Partner(Kind.FACTORY_PROFILE_ASSISTANT, "assistant-1", certificate(), List.of());
    final Partner otherAssistant = new Partner(Kind.FACTORY_PROFILE_ASSISTANT, "assistant-2", certificate(), List.of());
    final List<SupportWorld.Sent> sent = new ArrayList<>();
    final FactoryPartners partners;
    final Aggregation aggregation;
    final LocalProvisioning local;
    final LocalStock stock;
    private final TestDatabase database;
    private final LotDownload download;
    private final ReportCarrier carrier;
    private final LeftOvers leftOvers;

    /** Which calls between the parts are cut: by their number, before they take effect, or after. */
    IntPredicate cutBefore = call -> false;

    IntPredicate cutAfter = call -> false;

    /** In which transactions a server is killed, by their number: what they did is undone, and their caller has no answer. */
    IntPredicate killIn = transaction -> false;

    private int calls;
    private int transactions;

    /** A server was killed before a transaction of its own ended. */
    static final class KilledException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    PhasedFactory(TestDatabase database, boolean deleteUnusedKeys) {
        this(database, deleteUnusedKeys, PKI, LOT);
    }

    PhasedFactory(TestDatabase database, boolean deleteUnusedKeys, TestPki pki, String lot) {
        this.database = database;
        support = new SupportWorld(database);
        Clock clock = support.clock;
        TestKeys keys = new TestKeys(pki, Cryptography.system());
        partners = new FactoryPartnersBean(new PartnerRepository(database.entityManager()), support.trail, clock);
        Offered offered = new Offered(support.receivedBatches(), support.trail, clock);
        aggregation = new AggregationBean(
                offered,
                support.store(),
                new ReportForwarding(
                        offered,
                        support.store(),
                        new AggregatedReports(database.entityManager()),
                        new Lines(),
                        support.trail,
                        clock));
        LocalRepository profiles = new LocalRepository(database.entityManager());
        LocalReports reports = new LocalReports(database.entityManager());
        LocalAudit audit = new LocalAudit(support.trail);
        FpaSessions sessions = new FpaSessions(database.entityManager(), clock);
        OwnAddress own = OwnAddress.of(OfflineEuicc.ADDRESS);
        EuiccAuthentication euiccs =
                new EuiccAuthentication(new EumCertificates(keys), Cryptography.system(), own, clock);
        local = new LocalProvisioningBean(
                sessions,
                new FpaAuthentication(
                        new ServerAuthentication(
                                new CertificateIssuers(keys),
                                Cryptography.system().randomness()),
                        euiccs,
                        own,
                        sessions,
                        profiles,
                        audit,
                        clock),
                new HandOut(profiles, new LocalPolicy(deleteUnusedKeys), audit, clock),
                new Intake(profiles, reports, euiccs, Cryptography.system(), audit, clock),
                new DeletionProof(profiles, reports, keys, Cryptography.system(), audit, clock));
        stock = new LocalStockBean(profiles, reports, audit, clock);
        download = new LotDownload(new ArrivalsInTransactions(profiles, audit, clock));
        carrier = new ReportCarrier(new DeparturesInTransactions(reports, audit, clock));
        leftOvers = new LeftOversInTransactions(profiles, sessions, audit, clock);
        server = database.callInNew(() -> {
            partners.register(
                    Kind.LOCAL_PROVISIONING_SERVER, "factory-1", TestCertificates.selfSigned("CN=factory-1"), "test");
            return partners.replaceLots("factory-1", List.of(new Lot(lot, Optional.empty())), "test");
        });
        database.callInNew(() -> {
            stock.request(lot, "test");
            return null;
        });
    }

    private static org.mintline.tenancy.ClientCertificate certificate() {
        return new org.mintline.tenancy.ClientCertificate(
                "00", "CN=assistant", java.time.Instant.MAX, java.time.Instant.MIN, Optional.empty());
    }

    Partner server() {
        return server;
    }

    /** The local server, as the aggregator knows it now. */
    void serverIs(Partner known) {
        server = known;
    }

    /** A batch comes on a line, whole. */
    void deliver(String line, BatchId batch, List<ProfilePackets> packets) {
        support.receive(
                line,
                LineMessageKind.BATCH_ANNOUNCEMENT,
                new BatchAnnouncement(
                                batch,
                                packets.size(),
                                line,
                                line + ".example",
                                "prepaid",
                                ProfileClass.OPERATIONAL,
                                Optional.of(LOT))
                        .encoded());
        DigestOfDigests digests = new DigestOfDigests();
        packets.forEach(one -> {
            support.receive(line, LineMessageKind.PROFILE_PACKETS, one.encoded());
            digests.add(one.digest());
        });
        support.receive(
                line,
                LineMessageKind.BATCH_MANIFEST,
                new BatchManifest(batch, packets.size(), digests.value()).encoded());
    }

    /** The local server asks for news; returns how many packages are new there. */
    int download() {
        return download.run(new Wire());
    }

    /** The local server carries its reports, if the line is there. */
    void carry() throws IOException {
        carrier.run(new Wire());
    }

    /** What a run of the job purges. */
    int purge() {
        return leftOvers.lots().stream().mapToInt(leftOvers::purge).sum();
    }

    /** An assistant serves an eUICC. */
    Served serve(Partner who, OfflineEuicc euicc) throws IOException {
        return new FactoryProfileAssistant(
                        door(who), OfflineEuicc.ADDRESS, Lpa.deviceInfo(Imei.withCheckDigit("35290611000000")))
                .serve(euicc::transmit);
    }

    Served serve(OfflineEuicc euicc) throws IOException {
        return serve(assistant, euicc);
    }

    /** Every call from now on is numbered from 0. */
    void countAnew() {
        calls = 0;
        transactions = 0;
    }

    int calls() {
        return calls;
    }

    /** Replaces bytes of the packets that the local server holds for an ICCID. */
    void alter(Iccid iccid) {
        database.execute("update local_packets set content = (select other.content from local_packets other where"
                + " other.profile_id <> local_packets.profile_id order by other.profile_id fetch first 1 row only) where"
                + " profile_id = (select id from local_profile where iccid = '" + iccid + "')");
    }

    /** All packages at the local server. */
    List<LocalStock.Profile> profiles() {
        return profiles(
                new LocalStock.Filter(Optional.empty(), Optional.empty(), Optional.empty()), OptionalLong.empty(), 500);
    }

    /** A page of packages at the local server. */
    List<LocalStock.Profile> profiles(LocalStock.Filter filter, OptionalLong after, int limit) {
        return database.callInNew(() -> stock.profiles(filter, after, limit));
    }

    /** The state of every package at the local server, by ICCID. */
    Map<String, LocalProfileState> localStates() {
        Map<String, LocalProfileState> states = new HashMap<>();
        profiles().forEach(profile -> states.put(profile.iccid(), profile.state()));
        return states;
    }

    /** The state of every package at the aggregator, by ICCID. */
    Map<String, DeliveryState> aggregatedStates() {
        Map<String, DeliveryState> states = new HashMap<>();
        database.callInNew(() -> support.store().list(PacketStore.Filter.ALL, OptionalLong.empty(), 500))
                .items()
                .forEach(profile -> states.put(profile.iccid().digits(), profile.state()));
        return states;
    }

    LocalStock.Reports reports() {
        return database.callInNew(stock::reports);
    }

    List<LocalStock.RefusedReport> refusedReports(OptionalLong before, int limit) {
        return database.callInNew(() -> stock.refusedReports(before, limit));
    }

    /** The lot of that name at the local server. */
    Optional<LocalStock.Lot> lot(String name) {
        return database.callInNew(() -> stock.find(name));
    }

    LocalStock.Lot lot() {
        return database.callInNew(stock::lots).get(0);
    }

    <T> T atAggregator(Supplier<T> call) {
        return database.callInNew(call);
    }

    private <T> T cuttable(Supplier<T> call) throws IOException {
        int number = calls++;
        if (cutBefore.test(number)) {
            throw new IOException("the line is cut");
        }
        T answer;
        try {
            answer = committed(call);
        } catch (KilledException e) {
            throw new IOException("the other end is gone", e);
        }
        if (cutAfter.test(number)) {
            throw new IOException("the answer is lost");
        }
        return answer;
    }

    /** A transaction of a server, which may be killed before it commits: then nothing of it was. */
    <T> T committed(Supplier<T> work) {
        int number = transactions++;
        int before = sent.size();
        try {
            return database.callInNew(() -> {
                T result = work.get();
                if (killIn.test(number)) {
                    throw new KilledException();
                }
                return result;
            });
        } catch (KilledException e) {
            sent.subList(before, sent.size()).clear();
            throw e;
        }
    }

    private <T> T asked(Supplier<T> call) throws IOException {
        try {
            return cuttable(call);
        } catch (FactoryException e) {
            throw new RefusedByServerException(e.reason() == FactoryException.Reason.UNKNOWN, e.getMessage());
        }
    }

    private void told(Runnable call) throws IOException {
        asked(() -> {
            call.run();
            return Boolean.TRUE;
        });
    }

    /** The local server as an assistant sees it. */
    LocalServer door(Partner who) {
        return new LocalServer() {
            @Override
            public InitiateAuthenticationResponse.Ok begin(InitiateAuthenticationRequest request) throws IOException {
                return asked(() -> local.begin(who, request));
            }

            @Override
            public void authenticate(TransactionId session, AuthenticateServerResponse response) throws IOException {
                told(() -> local.authenticate(who, session, response));
            }

            @Override
            public Optional<Next> next(TransactionId session) throws IOException {
                return asked(() -> local.next(who, session))
                        .map(next -> next instanceof LocalProvisioning.Next.Install install
                                ? new Next.Install(install.packets())
                                : new Next.DeleteUnusedKeys());
            }

            @Override
            public void notification(TransactionId session, PendingNotification notification) throws IOException {
                told(() -> local.notification(who, session, notification));
            }

            @Override
            public void refused(TransactionId session, PrepareFactoryDownloadResponse response) throws IOException {
                told(() -> local.refused(who, session, response));
            }

            @Override
            public void deletedKeys(TransactionId session, DeleteUnusedKeysResponse proof) throws IOException {
                told(() -> local.deletedKeys(who, session, proof));
            }

            @Override
            public void end(TransactionId session) throws IOException {
                told(() -> local.end(who, session));
            }
        };
    }

    /** The aggregator as the local server sees it. */
    private final class Wire implements Aggregator {
        @Override
        public List<Aggregation.LotView> lots() throws IOException {
            return cuttable(() -> aggregation.lots(server));
        }

        @Override
        public Page packages(String lot, Optional<Aggregation.Position> after) throws IOException {
            Aggregation.Page page = cuttable(() -> aggregation.packages(server, lot, after, 2));
            return new Page(
                    page.profiles().stream().map(ProfilePackets::encoded).toList(), page.next());
        }

        @Override
        public List<Aggregation.Refusal> acknowledge(String lot, List<Aggregation.Receipt> receipts)
                throws IOException {
            return cuttable(() -> aggregation.acknowledge(server, lot, receipts));
        }

        @Override
        public List<Aggregation.Refusal> report(List<byte[]> reports) throws IOException {
            return cuttable(() -> aggregation.report(server, reports));
        }

        @Override
        public List<Aggregation.Refusal> deletedKeys(List<byte[]> proofs) throws IOException {
            return cuttable(() -> aggregation.deletedKeys(server, proofs));
        }
    }

    /** What goes back to the SM-DP+s. */
    private final class Lines implements LineOutbox {
        @Override
        public Set<String> lines() {
            return Set.of(SupportWorld.LINE, OTHER_LINE);
        }

        @Override
        public int room(String line) {
            return Integer.MAX_VALUE;
        }

        @Override
        public void send(String line, LineMessage message) {
            sent.add(new SupportWorld.Sent(line, message));
        }

        @Override
        public int withdraw(String line, String identifierPrefix) {
            return 0;
        }
    }

    /** What was sent of some kinds. */
    List<SupportWorld.Sent> sent(LineMessageKind first, LineMessageKind... others) {
        Set<LineMessageKind> kinds = EnumSet.of(first, others);
        return sent.stream().filter(one -> kinds.contains(one.message().kind())).toList();
    }

    private final class ArrivalsInTransactions extends Arrivals {
        ArrivalsInTransactions(LocalRepository profiles, LocalAudit audit, Clock clock) {
            super(profiles, audit, clock);
        }

        @Override
        public List<String> lots() {
            return committed(super::lots);
        }

        @Override
        public void offered(Aggregation.LotView lot) {
            committed(() -> {
                super.offered(lot);
                return null;
            });
        }

        @Override
        public void failed(String lot, String problem) {
            committed(() -> {
                super.failed(lot, problem);
                return null;
            });
        }

        @Override
        public int keep(String lot, List<byte[]> packages) {
            return committed(() -> super.keep(lot, packages));
        }

        @Override
        public Unacknowledged unacknowledged(String lot, long after, int limit) {
            return committed(() -> super.unacknowledged(lot, after, limit));
        }

        @Override
        public void acknowledged(List<Long> ids, List<String> refusals) {
            committed(() -> {
                super.acknowledged(ids, refusals);
                return null;
            });
        }
    }

    private final class DeparturesInTransactions extends Departures {
        DeparturesInTransactions(LocalReports reports, LocalAudit audit, Clock clock) {
            super(reports, audit, clock);
        }

        @Override
        public List<Waiting> waitingReports() {
            return committed(super::waitingReports);
        }

        @Override
        public List<Waiting> waitingProofs() {
            return committed(super::waitingProofs);
        }

        @Override
        public void carried(List<Long> ids, Map<Long, String> refusals) {
            committed(() -> {
                super.carried(ids, refusals);
                return null;
            });
        }
    }

    private final class LeftOversInTransactions extends LeftOvers {
        LeftOversInTransactions(LocalRepository profiles, FpaSessions sessions, LocalAudit audit, Clock clock) {
            super(profiles, sessions, audit, clock);
        }

        @Override
        public List<String> lots() {
            return committed(super::lots);
        }

        @Override
        public int purge(String lot) {
            return committed(() -> super.purge(lot));
        }
    }
}
