package org.mintline.device.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.mintline.device.demo.Subscriber;
import org.mintline.rsp.crypto.AesGcm;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.profilepackage.personalisation.PersonalisationData;
import org.mintline.rsp.profilepackage.personalisation.PersonalisationDataBuilder;
import org.mintline.rsp.profilepackage.personalisation.PersonalisationPlan;
import org.mintline.rsp.profilepackage.template.DefaultTemplate;
import org.mintline.rsp.profilepackage.template.TemplateCompiler;

/**
 * What a row of an import costs on this machine and at this moment if there were neither server nor database: its values are read,
 * tried on the package of the type, and sealed.
 *
 * @param aRow CPU time of one thread
 */
record ImportLimit(Duration aRow) {
    private static final int SUBSCRIBERS = 1_000;
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 20;
    private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");

    /** Measures it, for about a second. */
    static ImportLimit measure(Cryptography cryptography) {
        PersonalisationPlan plan = PersonalisationPlan.of(
                TemplateCompiler.compile(DefaultTemplate.yaml()).encoded());
        List<Subscriber> subscribers =
                Stream.generate(Subscriber::fresh).limit(SUBSCRIBERS).toList();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = 0;
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            if (round == WARM_UP) {
                before = threads.getCurrentThreadCpuTime();
            }
            subscribers.forEach(subscriber -> once(cryptography, plan, subscriber));
        }
        Duration spent = Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
        return new ImportLimit(spent.dividedBy((long) ROUNDS * SUBSCRIBERS));
    }

    private static void once(Cryptography cryptography, PersonalisationPlan plan, Subscriber subscriber) {
        PersonalisationDataBuilder data = PersonalisationData.builder();
        subscriber.columns().forEach(data::column);
        plan.personalise(data.column("iccid", subscriber.iccid().digits()).build());
        byte[] context = subscriber.iccid().digits().getBytes(StandardCharsets.US_ASCII);
        byte[] secret = subscriber.columns().toString().getBytes(StandardCharsets.US_ASCII);
        byte[] nonce = cryptography.randomness().octets(AesGcm.NONCE_LENGTH);
        if (AesGcm.seal(KEY, nonce, context, secret).length != secret.length + AesGcm.TAG_LENGTH) {
            throw new IllegalStateException("a sealed secret has another length");
        }
    }
}
