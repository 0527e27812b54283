package org.mintline.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.configuration.ServerRole;
import org.mintline.keys.TestKeys;
import org.mintline.line.LineMessage;
import org.mintline.line.LineMessageKind;
import org.mintline.line.LineOutbox;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.bulk.BatchAnnouncement;
import org.mintline.rsp.bulk.BatchCancellation;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.bulk.BatchManifest;
import org.mintline.rsp.bulk.DigestOfDigests;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.image.ImageMetadata;
import org.mintline.rsp.image.ImageSigner;
import org.mintline.rsp.image.ProfileImageReader;
import org.mintline.rsp.image.SigningKind;
import org.mintline.rsp.image.TrustedSigner;
import org.mintline.rsp.image.TrustedSigners;
import org.mintline.rsp.image.VerifiedImage;
import org.mintline.rsp.scp03.KeySet;
import org.mintline.rsp.station.AuthenticationRules;
import org.mintline.support.batch.BatchBeginning;
import org.mintline.support.batch.BatchCompletion;
import org.mintline.support.batch.BatchReceiver;
import org.mintline.support.batch.BatchRepository;
import org.mintline.support.batch.ReceivedBatchesBean;
import org.mintline.support.device.DeviceChunk;
import org.mintline.support.device.DeviceKeySets;
import org.mintline.support.device.DeviceLine;
import org.mintline.support.device.DeviceRepository;
import org.mintline.support.device.FactoryDevicesBean;
import org.mintline.support.device.MasterKeySetRepository;
import org.mintline.support.device.MasterKeySetsBean;
import org.mintline.support.housekeeping.PurgeRuleRepository;
import org.mintline.support.housekeeping.PurgeRulesBean;
import org.mintline.support.housekeeping.SupportPurge;
import org.mintline.support.image.ImageMaking;
import org.mintline.support.image.ImageRepository;
import org.mintline.support.packets.PacketStoreBean;
import org.mintline.support.packets.PacketsRepository;
import org.mintline.support.station.Reports;
import org.mintline.support.station.StationRepository;
import org.mintline.support.station.StationServiceBean;
import org.mintline.support.station.StationsBean;
import org.mintline.testing.TestCertificates;
import org.mintline.testing.TestClock;
import org.mintline.testing.TestDatabase;

/** A support server over a test database, with what comes in on its line and what goes out. */
public final class SupportWorld {
    /** The line on which batches come. */
    public static final String LINE = "salish";

    /** A batch. */
    public static final BatchId BATCH = BatchId.of("0123456789ABCDEF0123456789ABCDEF");

    /** The lot of eUICCs that it is for. */
    public static final String LOT = "lot-7";

    /** The master key set of the factory. */
    public static final KeySet MASTER = new KeySet(1, new byte[16], new byte[16], new byte[16]);

    private static final SubjectKeyIdentifier SIGNER = new SubjectKeyIdentifier(new byte[] {1, 2, 3, 4});

    /** What was sent on a line. */
    public record Sent(String line, LineMessage message) {}

    public final TestDatabase database;
    public final TestClock clock = new TestClock();
    public final List<AuditEvent> audit = new CopyOnWriteArrayList<>();
    public final List<AuditEvent> refusals = new CopyOnWriteArrayList<>();
    public final List<Sent> sent = new ArrayList<>();
    public final AuditTrail trail = new RecordedAudit();
    public final PacketsRepository profiles;
    public final BatchRepository batches;
    public final DeviceRepository devices;
    public final ImageRepository images;
    private final MasterKeySetRepository masterKeySets;
    private final DeviceKeySets keySets;
    private final ImageMaking making;
    private final BatchReceiver receiver;
    private final BatchCompletion completion;
    private final Cryptography cryptography = Cryptography.system();
    private final Map<Eid, KeyPair> deviceKeys = new HashMap<>();
    private final Map<SigningKind, KeyPair> signers = new EnumMap<>(SigningKind.class);

    /** Over an empty database. */
    public SupportWorld(TestDatabase database) {
        this.database = database;
        profiles = new PacketsRepository(database.entityManager());
        batches = new BatchRepository(database.entityManager());
        completion = new BatchCompletion(batches, profiles, outbox(), trail, clock);
        devices = new DeviceRepository(database.entityManager());
        images = new ImageRepository(database.entityManager());
        masterKeySets = new MasterKeySetRepository(database.entityManager());
        keySets = new DeviceKeySets(masterKeySets, TestKeys.wrapping());
        making = new ImageMaking(devices, profiles, images, this::imageSigner, clock);
        receiver = new BatchReceiver(
                batches, beginning(), profiles, completion, making, trail, clock, EnumSet.of(ServerRole.SUPPORT));
        signers.put(SigningKind.COMMERCIAL, cryptography.generateKeyPair(EllipticCurve.NIST_P256));
    }

    private BatchBeginning beginning() {
        return new BatchBeginning(batches, clock) {
            @Override
            public void begin(BatchId batch, String line) {
                database.callInNew(() -> {
                    super.begin(batch, line);
                    return null;
                });
            }
        };
    }

    private Optional<ImageSigner> imageSigner(SigningKind kind) {
        return Optional.ofNullable(signers.get(kind))
                .map(pair -> new ImageSigner(kind, SIGNER, parts -> cryptography.sign(pair.getPrivate(), parts)));
    }

    /** What a device that accepts commercial images trusts. */
    public TrustedSigners trusted() {
        return new TrustedSigners(
                SigningKind.COMMERCIAL,
                List.of(new TrustedSigner(
                        SigningKind.COMMERCIAL,
                        SIGNER,
                        signers.get(SigningKind.COMMERCIAL).getPublic())));
    }

    /** The packets in an image, as the device of that number decrypts them. */
    public List<byte[]> opened(byte[] image, int number) throws IOException {
        VerifiedImage verified = VerifiedImage.verify(new ByteArrayInputStream(image), trusted(), cryptography);
        ProfileImageReader reader = verified.open(
                new ByteArrayInputStream(image), deviceKeys.get(eid(number)).getPrivate());
        List<byte[]> packets = new ArrayList<>();
        for (Optional<byte[]> next = reader.nextPacket(); next.isPresent(); next = reader.nextPacket()) {
            packets.add(next.get());
        }
        return packets;
    }

    /** Registers the master key set and the devices up to a number. */
    public void registerDevices(int amount) {
        if (database.call(masterKeySets()::list).isEmpty()) {
            database.call(() -> masterKeySets().register(MASTER, "console:test"));
        }
        register("eid,publicKey,kind,lot\n"
                + IntStream.rangeClosed(1, amount)
                        .mapToObj(number -> eid(number) + "," + publicKey(number) + ",COMMERCIAL," + LOT)
                        .collect(Collectors.joining("\n")));
    }

    /** The public key of the device of that number, as the maker's file has it. */
    public String publicKey(int number) {
        KeyPair pair =
                deviceKeys.computeIfAbsent(eid(number), eid -> cryptography.generateKeyPair(EllipticCurve.NIST_P256));
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /** Registers the devices of a file. */
    public FactoryDevices.Registration register(String file) {
        try {
            return factoryDevices()
                    .register(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "console:test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The devices; a chunk of a file in a transaction. */
    public FactoryDevices factoryDevices() {
        return new FactoryDevicesBean(devices, new DeviceChunk(devices, masterKeySets, trail, clock) {
            @Override
            public OptionalInt newestKeySet() {
                return database.callInNew(super::newestKeySet);
            }

            @Override
            public int register(List<DeviceLine> lines, int defaultKeySet, String requestedBy) {
                return database.callInNew(() -> super.register(lines, defaultKeySet, requestedBy));
            }
        });
    }

    /** The master key sets. */
    public MasterKeySets masterKeySets() {
        return new MasterKeySetsBean(masterKeySets, keySets, trail, clock);
    }

    /** The stations. */
    public Stations stations() {
        return new StationsBean(new StationRepository(database.entityManager()), trail, clock);
    }

    /** Registers a station with that manner. */
    public Stations.Station registerStation(String name, AuthenticationRules rules) {
        return database.callInNew(() -> stations()
                .register(name, TestCertificates.selfSigned("CN=" + name), Optional.empty(), rules, "console:test"));
    }

    /** What stations call. */
    public StationService stationService() {
        Reports reports = new Reports(devices, profiles, images, batches, outbox(), trail, clock);
        return new StationServiceBean(devices, keySets, profiles, images, making, reports, trail, clock);
    }

    /** Makes the images of devices that became known behind their packets. */
    public void makeDueImages() {
        database.callInNew(() -> making.makeDue(100));
    }

    /** The purge, a chunk in a transaction. */
    public SupportPurge purge() {
        return new SupportPurge(profiles, images, batches, purgeRuleRepository(), trail, clock) {
            @Override
            public int purgeCancelled() {
                return database.callInNew(super::purgeCancelled);
            }

            @Override
            public int purgeByRule(DeliveryState state) {
                return database.callInNew(() -> super.purgeByRule(state));
            }
        };
    }

    /** The rules of purging. */
    public PurgeRules purgeRules() {
        return new PurgeRulesBean(purgeRuleRepository(), trail);
    }

    private PurgeRuleRepository purgeRuleRepository() {
        return new PurgeRuleRepository(database.entityManager());
    }

    /** The state of a profile of the batch. */
    public DeliveryState stateOf(int number) {
        return database.call(() -> store().find(BATCH, number).orElseThrow().state());
    }

    private final class RecordedAudit implements AuditTrail {
        @Override
        public void record(AuditEvent event) {
            audit.add(event);
        }

        @Override
        public void recordRefusal(AuditEvent event) {
            refusals.add(event);
        }
    }

    private LineOutbox outbox() {
        return new LineOutbox() {
            @Override
            public Set<String> lines() {
                return Set.of(LINE);
            }

            @Override
            public int room(String line) {
                return Integer.MAX_VALUE;
            }

            @Override
            public void send(String line, LineMessage message) {
                sent.add(new Sent(line, message));
            }

            @Override
            public int withdraw(String line, String identifierPrefix) {
                return 0;
            }
        };
    }

    /** The packets that came. */
    public PacketStore store() {
        return new PacketStoreBean(profiles, trail, clock);
    }

    /** The batches that came. */
    public ReceivedBatches receivedBatches() {
        return new ReceivedBatchesBean(batches, profiles);
    }

    /** Looks at the batches that wait. */
    public void completeBatches() {
        database.call(() -> {
            completion.run();
            return null;
        });
    }

    /** A message comes on a line, in a transaction of its own. */
    public void receive(String line, LineMessageKind kind, byte[] content) {
        database.callInNew(() -> {
            receiver.receive(line, new LineMessage(kind, "message", content));
            return null;
        });
    }

    /** An announcement comes. */
    public void announce(BatchId batch, int amount) {
        BatchAnnouncement announcement = new BatchAnnouncement(
                batch, amount, "Salish", "smdp.salish.example", "prepaid", ProfileClass.OPERATIONAL, Optional.of(LOT));
        receive(LINE, LineMessageKind.BATCH_ANNOUNCEMENT, announcement.encoded());
    }

    /** Packets come. */
    public void receive(ProfilePackets packets) {
        receive(LINE, LineMessageKind.PROFILE_PACKETS, packets.encoded());
    }

    /** The manifest of these packets comes. */
    public void end(BatchId batch, List<ProfilePackets> packets) {
        DigestOfDigests digests = new DigestOfDigests();
        packets.forEach(one -> digests.add(one.digest()));
        receive(
                LINE,
                LineMessageKind.BATCH_MANIFEST,
                new BatchManifest(batch, packets.size(), digests.value()).encoded());
    }

    /** A cancellation comes. */
    public void cancel(BatchId batch) {
        receive(LINE, LineMessageKind.BATCH_CANCELLATION, new BatchCancellation(batch).encoded());
    }

    /** The packets of a batch of some size. */
    public static List<ProfilePackets> packets(BatchId batch, int amount) {
        return IntStream.rangeClosed(1, amount)
                .mapToObj(number -> packets(batch, number, ProfileClass.OPERATIONAL))
                .toList();
    }

    /** The packets of one profile of a batch, for the eUICC of the same number. */
    public static ProfilePackets packets(BatchId batch, int number, ProfileClass profileClass) {
        ImageMetadata metadata = new ImageMetadata(
                iccid(number),
                Optional.of(eid(number)),
                "Salish",
                "Salish 5G",
                profileClass,
                Optional.empty(),
                Optional.of(3));
        List<CommandApdu> commands = IntStream.range(0, 3)
                .mapToObj(block -> new CommandApdu(
                        0x80,
                        0xE2,
                        block == 2 ? 0x91 : 0x11,
                        block,
                        new byte[] {(byte) number, 1, 2},
                        OptionalInt.empty()))
                .toList();
        byte[] key = new byte[16];
        key[15] = (byte) number;
        return ProfilePackets.of(batch, number, TransactionId.of(key), metadata, commands);
    }

    /** The eUICC of that number. */
    public static Eid eid(int number) {
        return Eid.withCheckDigits(String.format("8904903200000000000000%08d", number));
    }

    /** The ICCID of that number. */
    public static Iccid iccid(int number) {
        return Iccid.withCheckDigit(String.format("8988211%011d", number));
    }
}
