package org.mintline.smdpplus.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.mintline.rsp.data.DeviceCapabilities;
import org.mintline.rsp.data.DeviceCapability;
import org.mintline.rsp.data.DeviceInfo;
import org.mintline.rsp.data.EuiccInfo2;
import org.mintline.rsp.data.ExtCardResource;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.data.UiccCapability;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.SpecificationVersion;
import org.mintline.rsp.identification.Tac;
import org.mintline.smdpplus.DeviceCondition;
import org.mintline.smdpplus.DeviceCondition.Criterion;
import org.mintline.smdpplus.eligibility.AuthenticatedDevice;
import org.mintline.smdpplus.eligibility.Eligibility;
import org.mintline.smdpplus.profile.PackageRequirements;
import org.mintline.smdpplus.profile.ProfileType;
import org.mintline.smdpplus.profile.Protection;
import org.mintline.tenancy.OperatorId;

class VariantTableTest {
    private static final Iccid ICCID = Iccid.withCheckDigit("898821100000000001");
    private static final int MEMORY = 100_000;
    private static final ProfileType ORDERED = type("ordered", Set.of("usim"), 1_000);
    private static final ProfileType FIVE_G = type("5g", Set.of("usim", "profile-a-x25519"), 1_000);
    private static final ProfileType LARGE = type("large", Set.of("usim"), MEMORY + 1);
    private static final DeviceCondition ANY = condition(Criterion.ANY, "");
    private static final DeviceCondition STANDALONE = condition(Criterion.DEVICE_SUPPORTS, "NR_5GC_SUPPORTED_RELEASE");

    private static ProfileType type(String name, Set<String> services, int memory) {
        return new ProfileType(
                new OperatorId(1),
                name,
                "",
                StoreMetadataRequest.of(ICCID, "Northern", name),
                new PackageRequirements(services, 2, 3, memory),
                Protection.RANDOM_KEYS,
                0,
                Instant.EPOCH);
    }

    private static DeviceCondition condition(Criterion criterion, String value) {
        return new DeviceCondition(criterion, value, Optional.empty());
    }

    private static AuthenticatedDevice device(boolean standalone, Set<UiccCapability> capabilities) {
        Map<DeviceCapability, SpecificationVersion> supported = standalone
                ? Map.of(DeviceCapability.NR_5GC_SUPPORTED_RELEASE, new SpecificationVersion(15, 0, 0))
                : Map.of();
        return new AuthenticatedDevice(
                new Eid("89049032123451234512345678901235"),
                new DeviceInfo(new Tac("35290611"), new DeviceCapabilities(supported), Optional.empty()),
                EuiccInfo2.builder()
                        .uiccCapability(capabilities)
                        .extCardResource(new ExtCardResource(
                                OptionalLong.empty(), OptionalLong.of(MEMORY), OptionalLong.empty()))
                        .build());
    }

    private static final AuthenticatedDevice MODERN =
            device(true, Set.of(UiccCapability.USIM_SUPPORT, UiccCapability.PROFILE_A_X25519));
    private static final AuthenticatedDevice OLD = device(false, Set.of(UiccCapability.USIM_SUPPORT));

    private static String chosen(AuthenticatedDevice device, VariantTable.Line... lines) {
        return new VariantTable(List.of(lines))
                .choose(ORDERED, ICCID, device)
                .type()
                .name();
    }

    private static VariantTable.Line line(ProfileType type, DeviceCondition condition) {
        return new VariantTable.Line(type, condition);
    }

    @Test
    void devices_with_5G_standalone_get_the_variant_for_it_and_others_the_type_itself() {
        assertThat(chosen(MODERN, line(FIVE_G, STANDALONE))).isEqualTo("5g");
        assertThat(chosen(OLD, line(FIVE_G, STANDALONE))).isEqualTo("ordered");
    }

    @Test
    void a_variant_that_the_eUICC_cannot_take_is_passed_over_although_its_condition_fits() {
        assertThat(chosen(OLD, line(FIVE_G, ANY))).isEqualTo("ordered");
        assertThat(chosen(MODERN, line(LARGE, ANY), line(FIVE_G, ANY))).isEqualTo("5g");
    }

    @Test
    void the_free_memory_of_the_eUICC_decides() {
        assertThat(chosen(MODERN, line(FIVE_G, condition(Criterion.MEMORY_FROM, "100000"))))
                .isEqualTo("5g");
        assertThat(chosen(MODERN, line(FIVE_G, condition(Criterion.MEMORY_FROM, "100001"))))
                .isEqualTo("ordered");
        assertThat(chosen(MODERN, line(FIVE_G, condition(Criterion.MEMORY_BELOW, "100001"))))
                .isEqualTo("5g");
        assertThat(chosen(MODERN, line(FIVE_G, condition(Criterion.MEMORY_BELOW, "100000"))))
                .isEqualTo("ordered");
    }

    @Test
    void the_reason_names_line_and_condition_and_nothing_where_nothing_was_to_be_chosen() {
        VariantTable table = new VariantTable(List.of(line(LARGE, ANY), line(FIVE_G, STANDALONE)));
        assertThat(table.choose(ORDERED, ICCID, MODERN).reason())
                .isEqualTo("variant 5g by line 2, DEVICE_SUPPORTS NR_5GC_SUPPORTED_RELEASE");
        assertThat(table.choose(ORDERED, ICCID, OLD).reason()).isEqualTo("no variant fits, ordered itself");
        assertThat(new VariantTable(List.of()).choose(ORDERED, ICCID, OLD).reason())
                .isEmpty();
    }

    @Property(tries = 500)
    void the_first_line_that_fits_is_chosen_and_the_type_itself_only_if_none_does(
            @ForAll("tables") List<VariantTable.Line> lines, @ForAll("devices") AuthenticatedDevice device) {
        ProfileType chosen =
                new VariantTable(lines).choose(ORDERED, ICCID, device).type();

        List<ProfileType> fitting = lines.stream()
                .filter(line -> device.fits(line.condition()))
                .map(VariantTable.Line::type)
                .filter(type -> Eligibility.obstacle(type.requirements(), type.metadata(ICCID), device)
                        .isEmpty())
                .toList();
        assertThat(chosen).isSameAs(fitting.isEmpty() ? ORDERED : fitting.get(0));
    }

    @Provide
    Arbitrary<List<VariantTable.Line>> tables() {
        Arbitrary<DeviceCondition> conditions = Arbitraries.of(
                ANY,
                STANDALONE,
                condition(Criterion.DEVICE_LACKS, "NR_5GC_SUPPORTED_RELEASE"),
                condition(Criterion.EUICC_SUPPORTS, "PROFILE_A_X25519"),
                condition(Criterion.EUICC_LACKS, "PROFILE_A_X25519"),
                condition(Criterion.MEMORY_BELOW, "5000"),
                condition(Criterion.MEMORY_FROM, "5000"));
        return Combinators.combine(Arbitraries.of(FIVE_G, LARGE, type("small", Set.of(), 0)), conditions)
                .as(VariantTable.Line::new)
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<AuthenticatedDevice> devices() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(UiccCapability.USIM_SUPPORT, UiccCapability.PROFILE_A_X25519)
                                .set())
                .as(VariantTableTest::device);
    }
}
