package org.mintline.smdpplus;

import static org.mintline.smdpplus.SmDpPlusWorld.ADDRESS;
import static org.mintline.smdpplus.SmDpPlusWorld.NORTHERN;
import static org.mintline.smdpplus.SmDpPlusWorld.SOUTHERN;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.mintline.authentication.CertificateIssuers;
import org.mintline.authentication.EuiccAuthentication;
import org.mintline.authentication.EumCertificates;
import org.mintline.authentication.OwnAddress;
import org.mintline.device.pki.KeyAndCertificate;
import org.mintline.device.pki.RspPki;
import org.mintline.device.pki.TestPki;
import org.mintline.keys.SmDpPlusKeys;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.data.EuiccInfo2;
import org.mintline.rsp.data.FinalResult;
import org.mintline.rsp.data.NotificationEvent;
import org.mintline.rsp.data.NotificationMetadata;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.data.ProfileInstallationResultData;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.data.UiccCapability;
import org.mintline.rsp.factory.DeleteUnusedKeysResponse;
import org.mintline.rsp.factory.DeletedKeysSigned;
import org.mintline.rsp.factory.PreloadedKey;
import org.mintline.rsp.factory.PreloadedKeys;
import org.mintline.rsp.factory.PreloadedKeysSigned;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.ObjectIdentifier;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.smdpplus.batch.BatchAudit;
import org.mintline.smdpplus.batch.BatchChunk;
import org.mintline.smdpplus.batch.BatchOrders;
import org.mintline.smdpplus.batch.BatchReceiver;
import org.mintline.smdpplus.batch.BatchRepository;
import org.mintline.smdpplus.batch.BatchRun;
import org.mintline.smdpplus.batch.BatchSteps;
import org.mintline.smdpplus.batch.BatchesBean;
import org.mintline.smdpplus.batch.BoundProfiles;
import org.mintline.smdpplus.batch.DeviceReports;
import org.mintline.smdpplus.batch.KeySource;
import org.mintline.smdpplus.batch.Selecting;
import org.mintline.smdpplus.batch.SuitableKeys;
import org.mintline.smdpplus.batch.Withdrawal;
import org.mintline.smdpplus.lot.EuiccLotsBean;
import org.mintline.smdpplus.lot.KeyDeletion;
import org.mintline.smdpplus.lot.KeyExpiry;
import org.mintline.smdpplus.lot.LotChunk;
import org.mintline.smdpplus.lot.LotImport;
import org.mintline.smdpplus.lot.LotRepository;
import org.mintline.smdpplus.profile.KnownProfileTypes;
import org.mintline.smdpplus.protection.OfflinePackages;
import org.mintline.smdpplus.protection.PackageProtection;
import org.mintline.smdpplus.protection.PackageRepository;
import org.mintline.smdpplus.protection.Personalisation;
import org.mintline.smdpplus.session.HandleNotification;
import org.mintline.smdpplus.session.OperatorNotice;
import org.mintline.smdpplus.session.SessionRepository;
import org.mintline.smdpplus.session.Sessions;
import org.mintline.smdpplus.transaction.NewTransaction;
import org.mintline.smdpplus.transaction.Transactions;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.testing.TestDatabase;

/** The generation side of bulk provisioning over a test database: lots, batches, and a line that keeps what is handed to it. */
public final class BatchWorld {
    /** How many eUICCs there are. */
    public static final int EUICCS = 250;

    /** The name of the lot. */
    public static final String LOT = "lot-1";

    /** All certificates. */
    public static final TestPki ALL = TestPki.create(
            Cryptography.system(),
            new TestPki.Parameters(
                    ADDRESS,
                    "2.999.10",
                    Set.of(EllipticCurve.NIST_P256),
                    "89049032",
                    EUICCS,
                    "Northern",
                    Instant.parse("2027-01-01T00:00:00Z")));

    /** Of the eUICCs and of the SM-DP+. */
    public static final RspPki PKI = ALL.byCurve().get(EllipticCurve.NIST_P256);

    private static final Cryptography CRYPTOGRAPHY = Cryptography.system();
    private static final String ACTOR = "administration:test";

    /** The SM-DP+ of it. */
    public final SmDpPlusWorld smDpPlus;

    /** The line. */
    public final RecordedLine line = new RecordedLine();

    private final TestDatabase database;
    private final Personalisation personalisation;
    private final SmDpPlusKeys keys;
    private final LotRepository lotRows;
    private final BatchRepository batchRows;
    private final BatchAudit batchAudit;
    private final Transactions transactions;

    /** With real profile packages. */
    public BatchWorld(TestDatabase database, SmDpPlusWorld smDpPlus, Personalisation personalisation) {
        this.database = database;
        this.smDpPlus = smDpPlus;
        this.personalisation = personalisation;
        keys = new TestKeys(ALL, CRYPTOGRAPHY);
        lotRows = new LotRepository(database.entityManager());
        batchRows = new BatchRepository(database.entityManager());
        batchAudit = new BatchAudit(smDpPlus.auditTrail);
        transactions = transactions(database::callInNew);
    }

    /** With packages that stand for real ones. */
    public BatchWorld(TestDatabase database) {
        this(database, new SmDpPlusWorld(database), SmDpPlusWorld::packageOf);
    }

    /** How a transaction is carried out. */
    public interface Carrier {
        /** Carries it out. */
        <T> T call(Supplier<T> work);
    }

    /** Transactions that the line takes part in. */
    public Transactions transactions(Carrier carrier) {
        return new Transactions(new NewTransaction() {
            @Override
            public <T> T call(Supplier<T> work) {
                return line.within(() -> carrier.call(work));
            }
        });
    }

    /** The EID of an eUICC. */
    public static String eid(int index) {
        return PKI.euiccs().get(index).rspCertificate().eid().orElseThrow();
    }

    /** The export of an eUICC with some fresh keys. */
    public static PreloadedKeys preloaded(int index, int count, Set<UiccCapability> capabilities) {
        SubjectKeyIdentifier ci = new SubjectKeyIdentifier(
                PKI.certificateIssuer().rspCertificate().subjectKeyIdentifier().orElseThrow());
        EuiccInfo2 info = EuiccInfo2.builder()
                .uiccCapability(capabilities)
                .euiccCiPKIdListForVerification(List.of(ci))
                .euiccCiPKIdListForSigning(List.of(ci))
                .build();
        List<PreloadedKey> keys = IntStream.range(0, count)
                .mapToObj(number -> new PreloadedKey(
                        TransactionId.of(CRYPTOGRAPHY.randomness().octets(PreloadedKey.IDENTIFIER_LENGTH)),
                        Cryptography.encodePoint(CRYPTOGRAPHY
                                .generateKeyPair(EllipticCurve.NIST_P256)
                                .getPublic())))
                .toList();
        return signed(index, PreloadedKeysSigned.of(new Eid(eid(index)), info, keys));
    }

    /** The export of an eUICC that fits the profiles of this world. */
    public static PreloadedKeys preloaded(int index, int count) {
        return preloaded(index, count, Set.of(UiccCapability.USIM_SUPPORT, UiccCapability.AKA_MILENAGE));
    }

    private static PreloadedKeys signed(int index, PreloadedKeysSigned signed) {
        KeyAndCertificate euicc = PKI.euiccs().get(index);
        return new PreloadedKeys(
                signed,
                sign(index, signed.encoded()),
                euicc.rspCertificate().encoded(),
                PKI.eum().rspCertificate().encoded());
    }

    private static EcdsaSignature sign(int index, byte[] content) {
        return new EcdsaSignature(CRYPTOGRAPHY.sign(PKI.euiccs().get(index).privateKey(), content));
    }

    /** The proof of an eUICC that it deleted those keys. */
    public static DeleteUnusedKeysResponse deleted(int index, List<TransactionId> keyIdentifiers) {
        DeletedKeysSigned signed = DeletedKeysSigned.of(new Eid(eid(index)), keyIdentifiers);
        return new DeleteUnusedKeysResponse(
                signed,
                sign(index, signed.encoded()),
                PKI.euiccs().get(index).rspCertificate().encoded(),
                PKI.eum().rspCertificate().encoded());
    }

    /** What an eUICC signs of an installation. */
    public static ProfileInstallationResult result(
            int signer, TransactionId key, Iccid iccid, long seqNumber, FinalResult result) {
        ProfileInstallationResultData data = ProfileInstallationResultData.of(
                key,
                NotificationMetadata.of(seqNumber, NotificationEvent.NOTIFICATION_INSTALL, ADDRESS, Optional.of(iccid)),
                Optional.of(new ObjectIdentifier("2.999.10")),
                result);
        return ProfileInstallationResult.of(data, sign(signer, data.encoded()));
    }

    /** Makes the lot of Northern, whose keys are good for thirty days. */
    public long createLot() {
        return lots().create(
                        LOT, Set.of(NORTHERN.id()), smDpPlus.clock.instant().plus(Duration.ofDays(30)), ACTOR)
                .id();
    }

    /** Takes a file of these exports in. */
    public EuiccLots.Received receive(long lot, List<PreloadedKeys> exports) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        exports.forEach(one -> file.writeBytes(one.encoded()));
        return receive(lot, file.toByteArray());
    }

    /** Takes a file in. */
    public EuiccLots.Received receive(long lot, byte[] file) {
        try {
            return lots().receive(lot, new ByteArrayInputStream(file), ACTOR);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes the lot with the first so many eUICCs; returns its number. */
    public long createLot(int euiccs, int keysOfEach) {
        long lot = createLot();
        receive(
                lot,
                IntStream.range(0, euiccs)
                        .mapToObj(index -> preloaded(index, keysOfEach))
                        .toList());
        return lot;
    }

    /** The lots of this world. */
    public EuiccLots lots() {
        KeyDeletion deletion = new KeyDeletion(
                lotRows,
                new BoundProfiles(batchRows, smDpPlus.profiles),
                keys,
                CRYPTOGRAPHY,
                transactions,
                smDpPlus.auditTrail,
                smDpPlus.clock);
        LotChunk chunks = new LotChunk(lotRows, smDpPlus.auditTrail, smDpPlus.clock);
        return new EuiccLotsBean(
                lotRows,
                new LotImport(chunks, keys, CRYPTOGRAPHY, transactions, smDpPlus.clock),
                deletion,
                transactions,
                smDpPlus.auditTrail,
                smDpPlus.clock);
    }

    /** Expires keys that are due. */
    public void expireKeys() {
        new KeyExpiry(lotRows, transactions, smDpPlus.auditTrail, smDpPlus.clock).run();
    }

    /** The batches of this world. */
    public Batches batches() {
        BatchOrders orders = new BatchOrders(
                batchRows, lotRows, smDpPlus.types, line, batchAudit, CRYPTOGRAPHY.randomness(), smDpPlus.clock);
        return new BatchesBean(
                orders,
                batchRows,
                lotRows,
                new KnownProfileTypes(smDpPlus.types),
                line,
                transactions,
                batchAudit,
                smDpPlus.auditTrail,
                smDpPlus.clock);
    }

    /** Orders profiles of the type of this world: so many, or those lists. */
    public Batches.Progress order(int amount, List<String> iccids, List<String> eids) {
        return batches()
                .order(new Batches.Order(
                        NORTHERN.id(),
                        SmDpPlusWorld.PREPAID,
                        amount,
                        iccids,
                        eids,
                        LOT,
                        Optional.of(RecordedLine.NAME),
                        ACTOR));
    }

    /** How far a batch is. */
    public Batches.Progress progress(Batches.Progress batch) {
        return batches().find(Optional.of(NORTHERN.id()), batch.batch()).orElseThrow();
    }

    /** Works batches off. */
    public void run() {
        run(transactions).run();
    }

    /** What works batches off in these transactions. */
    public BatchRun run(Transactions kind) {
        PackageRepository packages = new PackageRepository(database.entityManager());
        PackageProtection protection = new PackageProtection(
                packages, personalisation, smDpPlus.seal, CRYPTOGRAPHY.randomness(), smDpPlus.clock);
        KnownProfileTypes types = new KnownProfileTypes(smDpPlus.types);
        SuitableKeys suitableKeys = new SuitableKeys(new KeySource(database.entityManager()), lotRows, keys);
        BatchChunk chunk = new BatchChunk(
                batchRows,
                new Selecting(smDpPlus.profiles, suitableKeys),
                types,
                new OfflinePackages(packages, protection, CRYPTOGRAPHY, smDpPlus.policy),
                line,
                batchAudit,
                smDpPlus.policy,
                smDpPlus.clock);
        BatchSteps steps = new BatchSteps(
                chunk,
                new Withdrawal(batchRows, smDpPlus.profiles, lotRows, line, smDpPlus.clock),
                batchRows,
                lotRows,
                types,
                directory(),
                line,
                batchAudit,
                smDpPlus.policy,
                smDpPlus.clock);
        return new BatchRun(batchRows, steps, kind, smDpPlus.clock);
    }

    /** What takes in what comes back. */
    public BatchReceiver receiver() {
        EuiccAuthentication authentication = new EuiccAuthentication(
                new EumCertificates(keys), CRYPTOGRAPHY, OwnAddress.of(smDpPlus.policy.address()), smDpPlus.clock);
        SessionRepository sessions = new SessionRepository(database.entityManager());
        HandleNotification notifications = new HandleNotification(
                new Sessions(sessions, smDpPlus.policy, smDpPlus.clock),
                sessions,
                smDpPlus.profiles,
                authentication,
                CRYPTOGRAPHY,
                new OperatorNotice(
                        smDpPlus.outbox,
                        new KnownProfileTypes(smDpPlus.types),
                        new CertificateIssuers(keys),
                        smDpPlus.clock),
                smDpPlus.auditTrail,
                smDpPlus.policy,
                smDpPlus.clock);
        return new BatchReceiver(
                batchRows,
                new DeviceReports(
                        batchRows, smDpPlus.profiles, lotRows, notifications, CRYPTOGRAPHY, batchAudit, smDpPlus.clock),
                transactions,
                batchAudit);
    }

    private static OperatorDirectory directory() {
        return (OperatorDirectory) Proxy.newProxyInstance(
                BatchWorld.class.getClassLoader(),
                new Class<?>[] {OperatorDirectory.class},
                (self, method, arguments) -> List.of(NORTHERN, SOUTHERN).stream()
                        .filter(operator -> operator.id().equals(arguments[0]))
                        .findFirst());
    }
}
