package org.mintline.smdpplus.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.profilepackage.template.DefaultTemplate;
import org.mintline.smdpplus.ProfileStock;
import org.mintline.smdpplus.ProfileTypes;
import org.mintline.smdpplus.SmDpPlusWorld;
import org.mintline.smdpplus.profile.ProfileState;
import org.mintline.smdpplus.profile.ProfileTypePackage.SourceFormat;
import org.mintline.smdpplus.profile.Protection;
import org.mintline.testing.OnEveryDatabase;
import org.mintline.testing.TestDatabase;

class ProfileTypesTest {
    private static final Iccid ICCID = Iccid.withCheckDigit("898821100000000001");
    private static final Map<String, String> COLUMNS = Map.of(
            "imsi", "001010000000001",
            "ki", "00112233445566778899aabbccddeeff",
            "opc", "ffeeddccbbaa99887766554433221100");

    private static ProfileTypes.NewProfileType type(String name, SourceFormat format, byte[] source) {
        return new ProfileTypes.NewProfileType(
                name,
                "",
                format,
                source,
                StoreMetadataRequest.of(ICCID, "Northern", "Northern 5G"),
                Protection.RANDOM_KEYS,
                Optional.empty());
    }

    private static byte[] template() {
        return DefaultTemplate.yaml().getBytes(StandardCharsets.UTF_8);
    }

    @OnEveryDatabase
    void a_template_becomes_a_profile_type(TestDatabase database) {
        SmDpPlusWorld world = new SmDpPlusWorld(database);
        ProfileTypes.Description made = world.createType(type("5g", SourceFormat.TEMPLATE, template()));
        assertThat(made.services()).contains("usim", "milenage");
        assertThat(made.personalised()).contains("iccid", "imsi");
        assertThat(made.packageBytes()).isPositive();
        assertThatThrownBy(() -> world.createType(type("5g", SourceFormat.TEMPLATE, template())))
                .isInstanceOf(ProfileTypes.RefusedException.class);
    }

    @OnEveryDatabase
    void what_is_no_package_makes_no_profile_type(TestDatabase database) {
        SmDpPlusWorld world = new SmDpPlusWorld(database);
        assertThatThrownBy(() -> world.createType(type("bad", SourceFormat.PACKAGE, new byte[] {1, 2, 3})))
                .isInstanceOf(ProfileTypes.RefusedException.class);
        assertThatThrownBy(() -> world.createType(type("bad", SourceFormat.TEMPLATE, new byte[] {'a'})))
                .isInstanceOf(ProfileTypes.RefusedException.class);
        assertThatThrownBy(() -> world.createType(type("no spaces", SourceFormat.TEMPLATE, template())))
                .isInstanceOf(ProfileTypes.RefusedException.class);
    }

    @OnEveryDatabase
    void a_profile_comes_into_stock_once_and_only_if_its_data_fits(TestDatabase database) {
        SmDpPlusWorld world = new SmDpPlusWorld(database);
        world.createType(type("5g", SourceFormat.TEMPLATE, template()));
        assertThatThrownBy(() -> world.addProfile("5g", ICCID, Map.of("imsi", "no digits")))
                .isInstanceOf(ProfileStock.RefusedException.class);
        world.addProfile("5g", ICCID, COLUMNS);
        assertThat(world.stateOf(ICCID.digits())).isEqualTo(ProfileState.AVAILABLE);
        assertThatThrownBy(() -> world.addProfile("5g", ICCID, COLUMNS))
                .isInstanceOf(ProfileStock.RefusedException.class);
        assertThatThrownBy(() -> world.addProfile("4g", ICCID, COLUMNS))
                .isInstanceOf(ProfileStock.RefusedException.class);
    }
}
