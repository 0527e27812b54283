package org.mintline.device.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.mintline.device.demo.Subscriber;
import org.mintline.device.pki.RspPki;
import org.mintline.device.pki.TestPki;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.es8plus.ProtectedProfilePackage;
import org.mintline.rsp.es8plus.UnprotectedProfilePackage;
import org.mintline.rsp.factory.OfflineBinding;
import org.mintline.rsp.factory.PreloadedKey;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.image.DeviceKey;
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
        private final OfflinePackaging packaging;
        private final DeviceKey device;
        private final List<byte[]> packets;

        Work(Cryptography cryptography) {
            this.cryptography = cryptography;
            RspPki pki = TestPki.create(cryptography, TestPki.Parameters.of(OfflinePackaging.ADDRESS, Instant.now()))
                    .byCurve()
                    .get(EllipticCurve.NIST_P256);
            packaging = new OfflinePackaging(cryptography, pki);
            binding = packaging.binding();
            target = new OfflineBinding.Target(
                    Eid.withCheckDigits(TestPki.EIN + "0".repeat(22)),
                    new PreloadedKey(
                            TransactionId.of(cryptography.randomness().octets(16)),
                            Cryptography.encodePoint(cryptography
                                    .generateKeyPair(EllipticCurve.NIST_P256)
                                    .getPublic())));
            protectedAhead = personalised().protect(cryptography.randomness());
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
            packaging.writeImage(image, device, target.eid(), metadata, packets);
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
