package org.mintline.rsp.profilepackage.personalisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mintline.rsp.profilepackage.ProfilePackage;
import org.mintline.rsp.profilepackage.Ts48;
import org.mintline.rsp.profilepackage.template.DefaultTemplate;
import org.mintline.rsp.profilepackage.template.TemplateCompiler;
import org.opentest4j.TestAbortedException;

class PersonalisationPlanTest {
    private static final List<ProfilePackage> TEMPLATES = templates();
    private static final List<PersonalisationPlan> PLANS =
            TEMPLATES.stream().map(t -> PersonalisationPlan.of(t.encoded())).toList();

    @Property(tries = 400)
    void the_plan_makes_what_changing_the_tree_makes(
            @ForAll Random random, @ForAll @IntRange(min = 0, max = 20) int number) {
        ProfilePackage template = TEMPLATES.get(number % TEMPLATES.size());
        PersonalisationPlan plan = PLANS.get(number % TEMPLATES.size());
        PersonalisationData data = data(random, plan.subjects());
        assertThat(plan.personalise(data))
                .isEqualTo(Personalisation.personalise(template, data).encoded())
                .hasSize(plan.size());
    }

    @Example
    void a_value_of_another_length_is_refused() {
        PersonalisationPlan plan = PLANS.get(0);
        PersonalisationData tuak = PersonalisationData.builder()
                .with(new AuthenticationKeys.Tuak(new byte[16], new byte[32], 1))
                .build();
        assertThatThrownBy(() -> plan.personalise(tuak)).isInstanceOf(PersonalisationException.class);
        PersonalisationData longKey = PersonalisationData.builder()
                .with(new SecurityDomainKey(Optional.empty(), 1, 1, new byte[32]))
                .build();
        assertThatThrownBy(() -> plan.personalise(longKey))
                .isInstanceOf(PersonalisationException.class)
                .hasMessage("security-domain-key does not fit into the template");
        PersonalisationData longIdentity = PersonalisationData.builder()
                .with(Subject.IMPI, "x".repeat(200))
                .build();
        assertThatThrownBy(() -> plan.personalise(longIdentity)).isInstanceOf(PersonalisationException.class);
    }

    /** The default template with Milenage and with TUAK, and the real packages made ready for Milenage. */
    private static List<ProfilePackage> templates() {
        List<ProfilePackage> templates = new ArrayList<>();
        ProfilePackage own = TemplateCompiler.compile(DefaultTemplate.yaml());
        templates.add(reread(own));
        templates.add(reread(Personalisation.personalise(
                own,
                PersonalisationData.builder()
                        .with(new AuthenticationKeys.Tuak(new byte[32], new byte[32], 2))
                        .build())));
        PersonalisationData milenage = PersonalisationData.builder()
                .with(PersonalisationTest.milenage())
                .build();
        try {
            Ts48.files()
                    .forEach(f -> templates.add(
                            reread(Personalisation.personalise(ProfilePackage.decode(Ts48.read(f)), milenage))));
        } catch (TestAbortedException e) {
            assertThat(templates)
                    .as("without the TS.48 packages our own templates remain")
                    .hasSize(2);
        }
        return templates;
    }

    private static ProfilePackage reread(ProfilePackage profile) {
        return ProfilePackage.decode(profile.encoded());
    }

    private static PersonalisationData data(Random random, Set<Subject> subjects) {
        PersonalisationDataBuilder builder = PersonalisationData.builder();
        String imsi = digits(random, 6 + random.nextInt(10));
        for (Subject subject : subjects) {
            if (random.nextInt(4) == 0) {
                continue;
            }
            switch (subject) {
                case ICCID -> builder.with(subject, digits(random, 18 + random.nextInt(3)));
                case IMSI -> builder.with(subject, imsi);
                case PIN1, PIN2, ADM1 -> builder.with(subject, digits(random, 4 + random.nextInt(5)));
                case PUK1, PUK2 -> builder.with(subject, digits(random, 8));
                case MSISDN, SERVICE_CENTRE ->
                    builder.with(subject, (random.nextBoolean() ? "+" : "") + digits(random, 1 + random.nextInt(20)));
                case SPN -> builder.with(subject, random.nextBoolean() ? "Mobile " + digits(random, 3) : "Связь");
                case IMPI, IMPU, DOMAIN -> {
                    if (subject == Subject.DOMAIN) {
                        builder.with(subject, "d" + digits(random, random.nextInt(20)));
                    } else {
                        builder.with(subject, digits(random, 1 + random.nextInt(20)) + "@x");
                    }
                }
                case SECURITY_DOMAIN_KEY ->
                    builder.with(new SecurityDomainKey(Optional.empty(), 1, 1 + random.nextInt(3), bytes(random, 16)));
                case AUTHENTICATION -> {
                    // which algorithm the template is made for is tried below
                }
            }
        }
        return builder.build();
    }

    @Property(tries = 50)
    void keys_of_the_templates_algorithm_are_patched_too(@ForAll Random random) {
        AuthenticationKeys milenage = new AuthenticationKeys.Milenage(bytes(random, 16), bytes(random, 16));
        AuthenticationKeys tuak =
                new AuthenticationKeys.Tuak(bytes(random, 32), bytes(random, 32), 1 + random.nextInt(100));
        for (int i = 0; i < TEMPLATES.size(); i++) {
            PersonalisationData data =
                    PersonalisationData.builder().with(i == 1 ? tuak : milenage).build();
            assertThat(PLANS.get(i).personalise(data))
                    .isEqualTo(
                            Personalisation.personalise(TEMPLATES.get(i), data).encoded());
        }
    }

    private static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private static byte[] bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
