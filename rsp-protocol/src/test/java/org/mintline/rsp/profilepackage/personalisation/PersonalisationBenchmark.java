package org.mintline.rsp.profilepackage.personalisation;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.mintline.rsp.profilepackage.ProfilePackage;
import org.mintline.rsp.profilepackage.template.DefaultTemplate;
import org.mintline.rsp.profilepackage.template.TemplateCompiler;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Profiles personalised a second on one core, from Mintline's own template with every value that a subscriber has: by
 * the plan (data made, checked and patched in), and by changing the tree.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PersonalisationBenchmark {
    private static final int FIRST_MSIN = 100_000_000;
    private static final byte[] KEY = new byte[16];

    private final ProfilePackage template = TemplateCompiler.compile(DefaultTemplate.yaml());
    private final byte[] encoded = template.encoded();
    private final PersonalisationPlan plan = PersonalisationPlan.of(encoded);
    private int number = FIRST_MSIN;

    /** A package by the plan, from the texts of an input file. */
    @Benchmark
    public byte[] byPlan() {
        return plan.personalise(nextSubscriber());
    }

    /** A package by decoding the template, changing its tree and encoding it. */
    @Benchmark
    public byte[] byTree() {
        return Personalisation.personalise(ProfilePackage.decode(encoded), nextSubscriber())
                .encoded();
    }

    private PersonalisationData nextSubscriber() {
        number = number == Integer.MAX_VALUE ? FIRST_MSIN : number + 1;
        String digits = Integer.toString(number);
        PersonalisationDataBuilder builder = PersonalisationData.builder()
                .with(Subject.ICCID, "8999901" + digits + "00")
                .with(Subject.IMSI, "00101" + digits)
                .with(new AuthenticationKeys.Milenage(KEY, KEY))
                .with(Subject.PIN1, "1234")
                .with(Subject.PIN2, "5678")
                .with(Subject.PUK1, "12345678")
                .with(Subject.PUK2, "87654321")
                .with(Subject.ADM1, "0123456789ABCDEF")
                .with(Subject.MSISDN, "+467" + digits)
                .with(Subject.SPN, "Mintline")
                .with(Subject.SERVICE_CENTRE, "+46705008999")
                .with(Subject.IMPI, "00101" + digits + "@ims.mnc001.mcc001.3gppnetwork.org")
                .with(Subject.IMPU, "sip:00101" + digits + "@ims.mnc001.mcc001.3gppnetwork.org")
                .with(Subject.DOMAIN, "ims.mnc001.mcc001.3gppnetwork.org");
        for (int identifier = 1; identifier <= 3; identifier++) {
            builder.with(new SecurityDomainKey(Optional.empty(), 1, identifier, KEY));
            builder.with(new SecurityDomainKey(Optional.empty(), 0x30, identifier, KEY));
        }
        return builder.build();
    }
}
