package org.mintline.rsp.profilepackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mintline.rsp.profilepackage.check.PackageCheck;
import org.mintline.rsp.profilepackage.personalisation.Personalisation;
import org.mintline.rsp.profilepackage.personalisation.PersonalisationData;
import org.mintline.rsp.profilepackage.personalisation.PersonalisationException;
import org.mintline.rsp.profilepackage.personalisation.PersonalisationPlan;
import org.mintline.rsp.profilepackage.personalisation.Subject;
import org.mintline.rsp.profilepackage.template.DefaultTemplate;
import org.mintline.rsp.profilepackage.template.TemplateCompiler;
import org.mintline.rsp.profilepackage.template.TemplateException;
import org.mintline.rsp.tlv.DecodeException;
import org.opentest4j.TestAbortedException;

/**
 * Damaged packages and templates end in the typed errors only. The system property {@code mintline.fuzz.inputs} or {@code
 * mintline.fuzz.inputs-each} says how many packages are tried (20,000), {@code mintline.fuzz.seed} repeats a run.
 */
class ProfilePackageFuzzTest {
    private static final int INPUTS =
            Integer.getInteger("mintline.fuzz.inputs-each", Integer.getInteger("mintline.fuzz.inputs", 20_000));
    private static final long SEED = Long.getLong("mintline.fuzz.seed", 20_261_123L);
    private static final PersonalisationData DATA = PersonalisationData.builder()
            .with(Subject.ICCID, "89999010000000012349")
            .with(Subject.IMSI, "001010123456787")
            .with(Subject.SPN, "Fuzz")
            .with(Subject.MSISDN, "+46701234567")
            .build();

    @Test
    void a_damaged_package_is_refused_with_its_place_or_read_whole() {
        List<byte[]> seeds = seeds();
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = damaged(seeds.get(random.nextInt(seeds.size())), random);
            try {
                ProfilePackage profile = ProfilePackage.decode(input);
                assertThat(Arrays.equals(profile.encoded(), input)).isTrue();
                if (i % 10 == 0) {
                    use(profile, input);
                }
            } catch (DecodeException e) {
                assertThat(e.offset()).isBetween(0, input.length);
                assertThat(e.element()).isNotEmpty();
                refused++;
            }
        }
        assertThat(refused).as("damage that shows").isBetween(INPUTS / 10, INPUTS - 1);
    }

    @Test
    void a_damaged_template_is_refused_with_its_line_or_compiled() {
        String yaml = DefaultTemplate.yaml();
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < INPUTS / 20; i++) {
            StringBuilder damaged = new StringBuilder(yaml);
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(damaged.length());
                switch (random.nextInt(4)) {
                    case 0 -> damaged.deleteCharAt(at);
                    case 1 -> damaged.setCharAt(at, (char) (32 + random.nextInt(96)));
                    case 2 -> damaged.insert(at, "[{:,-\n*&!%".charAt(random.nextInt(10)));
                    default -> damaged.delete(at, Math.min(damaged.length(), at + random.nextInt(40)));
                }
            }
            try {
                use(TemplateCompiler.compile(damaged.toString()), null);
            } catch (TemplateException e) {
                refused++;
            }
        }
        assertThat(refused).as("damage that shows").isPositive();
    }

    private static void use(ProfilePackage profile, byte[] encoded) {
        assertThat(PackageText.of(profile, true)).isNotEmpty();
        assertThat(PackageCheck.findings(profile)).isNotNull();
        try {
            assertThat(Personalisation.personalise(profile, DATA).elements()).isNotEmpty();
            if (encoded != null) {
                assertThat(PersonalisationPlan.of(encoded).personalise(DATA)).hasSameSizeAs(encoded);
            }
        } catch (PersonalisationException e) {
            assertThat(e).hasMessageNotContaining("001010123456787");
        }
    }

    private static byte[] damaged(byte[] seed, Random random) {
        byte[] input = seed.clone();
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = random.nextInt(input.length);
            switch (random.nextInt(6)) {
                case 0 -> input[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> input[at] = (byte) random.nextInt(256);
                case 2 -> input = Arrays.copyOf(input, Math.max(1, at));
                case 3 -> input = without(input, at);
                case 4 -> {
                    int from = random.nextInt(input.length);
                    int length = Math.min(random.nextInt(64), input.length - Math.max(at, from));
                    System.arraycopy(input.clone(), from, input, at, length);
                }
                default -> input[at] = (byte) (random.nextBoolean() ? 0xFF : 0x80);
            }
        }
        return input;
    }

    private static byte[] without(byte[] input, int at) {
        if (input.length == 1) {
            return input;
        }
        byte[] shorter = Arrays.copyOf(input, input.length - 1);
        System.arraycopy(input, at + 1, shorter, at, shorter.length - at);
        return shorter;
    }

    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(TemplateCompiler.compile(DefaultTemplate.yaml()).encoded());
        try {
            Ts48.files().forEach(f -> seeds.add(Ts48.read(f)));
        } catch (TestAbortedException e) {
            assertThat(seeds).as("without the TS.48 packages our own remains").hasSize(1);
        }
        return seeds;
    }
}
