package org.mintline.device.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mintline.device.demo.Subscriber;
import org.mintline.device.pki.RspPki;
import org.mintline.device.pki.TestPki;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.es8plus.ProtectedProfilePackage;
import org.mintline.rsp.es8plus.UnprotectedProfilePackage;
import org.mintline.rsp.factory.OfflineBinding;
import org.mintline.rsp.factory.PreloadedKey;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.image.DeviceKey;
import org.mintline.rsp.image.ImageFactory;
import org.mintline.rsp.image.ImageMetadata;
import org.mintline.rsp.image.ImageSigner;
import org.mintline.rsp.image.ProfileImageWriter;
import org.mintline.rsp.image.SigningKind;
import org.mintline.rsp.profilepackage.personalisation.PersonalisationData;
import org.mintline.rsp.profilepackage.personalisation.PersonalisationDataBuilder;
import org.mintline.rsp.profilepackage.personalisation.PersonalisationPlan;
import org.mintline.rsp.profilepackage.template.DefaultTemplate;
import org.mintline.rsp.profilepackage.template.TemplateCompiler;

/**
 * What a profile of a batch costs on this machine and at this moment if there were neither servers nor databases nor a line.
 *
 * @param binding CPU time of one thread: personalised, protected and bound to a preloaded key, as packets
 * @param protectedBinding the same of a package that was protected ahead of time
 * @param image encrypted to the device's key and signed
 */
record BulkLimit(Duration binding, Duration protectedBinding, Duration image) {
    private static final String ADDRESS = "smdpplus.mintline.test";
    private static final int WARM_UP = 2_000;
    private static final int ROUNDS = 2_000;

    /** The parts of one profile, which are the same in each round. */
    private static final class Work {
        private final Cryptography cryptography;
        private final PersonalisationPlan plan = PersonalisationPlan.of(
                TemplateCompiler.compile(DefaultTemplate.yaml()).encoded());
        private final Subscriber subscriber = Subscriber.fresh();
        private final StoreMetadataRequest metadata =
                StoreMetadataRequest.of(subscriber.iccid(), "Mintline", "Demo profile");
        private final OfflineBinding binding;
        private final OfflineBinding.Target target;
        private final ProtectedProfilePackage protectedAhead;
        private final ImageFactory images;
        private final DeviceKey device;
        private final List<byte[]> packets;

        Work(Cryptography cryptography) {
            this.cryptography = cryptography;
            RspPki pki = TestPki.create(cryptography, TestPki.Parameters.of(ADDRESS, Instant.now()))
                    .byCurve()
                    .get(EllipticCurve.NIST_P256);
            KeyPair signer = cryptography.generateKeyPair(EllipticCurve.NIST_P256);
            binding = new OfflineBinding(
                    cryptography,
                    new OfflineBinding.SmDpPlus(
                            pki.dpPb().rspCertificate(),
                            List.of(),
                            parts -> cryptography.sign(pki.dpPb().privateKey(), parts),
                            ADDRESS,
                            new byte[] {1}));
            target = new OfflineBinding.Target(
                    Eid.withCheckDigits(TestPki.EIN + "0".repeat(22)),
                    new PreloadedKey(
                            TransactionId.of(cryptography.randomness().octets(16)),
                            Cryptography.encodePoint(cryptography
                                    .generateKeyPair(EllipticCurve.NIST_P256)
                                    .getPublic())));
            protectedAhead = personalised().protect(cryptography.randomness());
            images = new ImageFactory(
                    new ImageSigner(
                            SigningKind.DEVELOPMENT,
                            new SubjectKeyIdentifier(new byte[20]),
                            parts -> cryptography.sign(signer.getPrivate(), parts)),
                    cryptography,
                    Clock.systemUTC());
            device = new DeviceKey(
                    cryptography.generateKeyPair(EllipticCurve.NIST_P256).getPublic());
            packets = bind();
        }

        private UnprotectedProfilePackage personalised() {
            PersonalisationDataBuilder data = PersonalisationData.builder();
            subscriber.columns().forEach(data::column);
            return new UnprotectedProfilePackage(plan.personalise(
                    data.column("iccid", subscriber.iccid().digits()).build()));
        }

        List<byte[]> bind() {
            return binding.bind(personalised(), metadata, target)
                    .commands(0)
                    .map(CommandApdu::encoded)
                    .toList();
        }

        List<byte[]> bindProtected() {
            return binding.bind(protectedAhead, metadata, target)
                    .commands(0)
                    .map(CommandApdu::encoded)
                    .toList();
        }

        byte[] image() throws IOException {
            ByteArrayOutputStream image = new ByteArrayOutputStream();
            ProfileImageWriter writer = images.begin(
                    image, device, ImageMetadata.of(metadata, Optional.of(target.eid()), Optional.of(packets.size())));
            for (byte[] packet : packets) {
                writer.packet(packet);
            }
            writer.finish();
            return image.toByteArray();
        }
    }

    /** Measures it, for some seconds. */
    static BulkLimit measure(Cryptography cryptography) throws IOException {
        Work work = new Work(cryptography);
        return new BulkLimit(each(work::bind), each(work::bindProtected), each(work::image));
    }

    /** What is measured. */
    private interface Once {
        void run() throws IOException;
    }

    private static Duration each(Once once) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int i = 0; i < WARM_UP; i++) {
            once.run();
        }
        long before = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < ROUNDS; i++) {
            once.run();
        }
        return Duration.ofNanos((threads.getCurrentThreadCpuTime() - before) / ROUNDS);
    }
}
