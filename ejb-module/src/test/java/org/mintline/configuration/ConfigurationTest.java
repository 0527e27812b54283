package org.mintline.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    private static final Map<String, String> LEAST = Map.of(
            "mintline.smdpplus.address", "smdpplus.mintline.test",
            "mintline.keys.kek", "credential-store:mintline/kek",
            "mintline.keys.stores", "/keys/a.p12, /keys/b.p12",
            "mintline.keys.stores.passphrase", "file:/run/secrets/passphrase");

    private final Map<String, String> properties = new HashMap<>(LEAST);
    private final Map<String, String> environment = new HashMap<>();

    private MintlineConfiguration read() {
        return new ConfigurationReader(properties::get, environment::get).read();
    }

    @Test
    void what_is_not_set_has_its_standard_value() {
        MintlineConfiguration configuration = read();

        assertThat(configuration.mode()).isEqualTo(Mode.PRODUCTION);
        assertThat(configuration.keys().kek()).isEqualTo(new SecretReference.CredentialStore("mintline", "kek"));
        assertThat(configuration.keys().stores()).containsExactly(Path.of("/keys/a.p12"), Path.of("/keys/b.p12"));
        assertThat(configuration.smdpplus().sessionTimeToLive()).isEqualTo(Duration.ofMinutes(15));
        assertThat(configuration.notification().trustStore()).isEmpty();
    }

    @Test
    void the_environment_sets_what_the_system_properties_do_not() {
        environment.put("MINTLINE_SMDPPLUS_ORDER_DOWNLOAD_ATTEMPTS", "3");
        environment.put("MINTLINE_SMDPPLUS_ADDRESS", "other.example");

        assertThat(read().smdpplus().downloadAttempts()).isEqualTo(3);
        assertThat(read().smdpplus().address()).isEqualTo("smdpplus.mintline.test");
    }

    @Test
    void all_problems_are_told_at_once_by_the_name_of_the_setting() {
        properties.remove("mintline.keys.kek");
        properties.put("mintline.smdpplus.address", "https://smdpplus.example/");
        properties.put("mintline.smdpplus.order.time-to-live", "90 days");
        properties.put("mintline.smdpplus.order.download-attempts", "0");
        properties.put("mintline.mode", "test");

        assertThatThrownBy(this::read)
                .isInstanceOf(ConfigurationException.class)
                .message()
                .contains("mintline.keys.kek (or MINTLINE_KEYS_KEK) must be set")
                .contains("mintline.smdpplus.address must be a host name")
                .contains("mintline.smdpplus.order.time-to-live must be a duration")
                .contains("mintline.smdpplus.order.download-attempts must be a whole number from 1 to 1000")
                .contains("mintline.mode must be development or production");
    }

    @Test
    void production_refuses_key_stores_without_a_passphrase() {
        properties.remove("mintline.keys.stores.passphrase");

        assertThatThrownBy(this::read).hasMessageContaining("production refuses key stores without a passphrase");
        properties.put("mintline.mode", "development");
        assertThat(read().keys().passphrase()).isEmpty();
    }

    @Test
    void production_names_every_setting_that_it_refuses() {
        properties.remove("mintline.keys.stores.passphrase");
        properties.put("mintline.notification.key-store", "/keys/callback.p12");

        assertThatThrownBy(this::read)
                .isInstanceOf(ConfigurationException.class)
                .message()
                .contains("mintline.keys.stores.passphrase must be set")
                .contains("mintline.notification.passphrase must be set");

        properties.remove("mintline.keys.stores");
        assertThatThrownBy(this::read)
                .hasMessageContaining("mintline.keys.stores or mintline.keys.pkcs11 must be set in production");
    }

    @Test
    void a_range_of_versions_must_not_be_empty() {
        properties.put("mintline.smdpplus.svn.lowest", "2.5.0");
        properties.put("mintline.smdpplus.svn.highest", "2.4.255");

        assertThatThrownBy(this::read).hasMessageContaining("mintline.smdpplus.svn.lowest is above");
    }

    @Test
    void the_documentation_lists_every_setting_as_it_is_in_the_code() throws IOException {
        StringBuilder table = new StringBuilder("| setting | default | meaning |\n| --- | --- | --- |\n");
        for (Setting<?> setting : Setting.ALL) {
            String standard = setting.standard()
                    .filter(text -> !text.isEmpty())
                    .map(text -> "`" + text + "`")
                    .orElse(setting.mandatory() ? "must be set" : "none");
            table.append("| `%s` | %s | %s |%n".formatted(setting.name(), standard, setting.meaning()));
        }
        assertThat(Files.readString(Path.of("../docs/configuration.md"))).contains(table);
    }
}
