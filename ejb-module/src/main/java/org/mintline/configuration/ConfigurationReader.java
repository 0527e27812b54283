package org.mintline.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Makes the configuration of system properties and the environment, and says all that is wrong with it at once. */
public final class ConfigurationReader {
    private final UnaryOperator<String> properties;
    private final UnaryOperator<String> environment;
    private final List<String> problems = new ArrayList<>();

    /**
     * @param properties gives the value of a system property, or null
     * @param environment gives the value of an environment variable, or null
     */
    public ConfigurationReader(UnaryOperator<String> properties, UnaryOperator<String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /**
     * Reads all settings.
     *
     * @throws ConfigurationException with everything that is missing, unreadable or contradictory
     */
    public MintlineConfiguration read() {
        problems.clear();
        MintlineConfiguration configuration = new MintlineConfiguration(
                value(Setting.MODE),
                value(Setting.ROLES),
                smDpPlus(),
                keys(),
                notification(),
                localProvisioning(),
                console(),
                lines(),
                limits());
        if (problems.isEmpty()) {
            checkTogether(configuration);
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return configuration;
    }

    private MintlineConfiguration.SmDpPlus smDpPlus() {
        return new MintlineConfiguration.SmDpPlus(
                value(Setting.SMDP_ADDRESS),
                value(Setting.LOWEST_SVN),
                value(Setting.HIGHEST_SVN),
                value(Setting.ORDER_TIME_TO_LIVE),
                number(Setting.DOWNLOAD_ATTEMPTS),
                number(Setting.CONFIRMATION_CODE_TRIES),
                value(Setting.SESSION_TIME_TO_LIVE),
                number(Setting.PROTECTED_AHEAD),
                value(Setting.RECEIPT_KEEP_FOR));
    }

    private MintlineConfiguration.Keys keys() {
        return new MintlineConfiguration.Keys(
                value(Setting.KEK),
                optional(Setting.PREVIOUS_KEK),
                optional(Setting.KEY_STORES).orElse(List.of()),
                optional(Setting.KEY_STORES_PASSPHRASE),
                optional(Setting.CERTIFICATE_ISSUERS),
                optional(Setting.REVOCATION_LISTS),
                optional(Setting.PKCS11),
                optional(Setting.PKCS11_PIN));
    }

    private MintlineConfiguration.Notification notification() {
        return new MintlineConfiguration.Notification(
                optional(Setting.NOTIFICATION_KEY_STORE),
                optional(Setting.NOTIFICATION_TRUST_STORE),
                optional(Setting.NOTIFICATION_PASSPHRASE),
                value(Setting.NOTIFICATION_TIMEOUT),
                number(Setting.NOTIFICATION_CONCURRENCY),
                number(Setting.NOTIFICATION_CONCURRENCY_PER_OPERATOR),
                value(Setting.NOTIFICATION_RETRY_FOR),
                value(Setting.NOTIFICATION_KEEP_FOR),
                value(Setting.NOTIFICATION_KEEP_GIVEN_UP_FOR));
    }

    private MintlineConfiguration.LocalProvisioning localProvisioning() {
        return new MintlineConfiguration.LocalProvisioning(
                optional(Setting.AGGREGATOR),
                optional(Setting.LOCAL_PROVISIONING_KEY_STORE),
                optional(Setting.LOCAL_PROVISIONING_TRUST_STORE),
                optional(Setting.LOCAL_PROVISIONING_PASSPHRASE),
                value(Setting.LOCAL_PROVISIONING_PAUSE),
                optional(Setting.DELETE_UNUSED_KEYS).orElse(false));
    }

    private MintlineConfiguration.Console console() {
        return new MintlineConfiguration.Console(optional(Setting.ADMINISTRATOR_PASSWORD));
    }

    private MintlineConfiguration.Lines lines() {
        return new MintlineConfiguration.Lines(
                value(Setting.NODE), optional(Setting.LINES).orElse(Set.of()), value(Setting.LINE_KEY_SETS));
    }

    private MintlineConfiguration.Limits limits() {
        return new MintlineConfiguration.Limits(
                number(Setting.LIMIT_ES9PLUS),
                number(Setting.LIMIT_ES2PLUS),
                optional(Setting.LIMIT_IMPORT_FILE).orElse(0L),
                number(Setting.LIMIT_PROFILE_PACKAGE));
    }

    private void checkTogether(MintlineConfiguration configuration) {
        MintlineConfiguration.SmDpPlus smdpplus = configuration.smdpplus();
        if (smdpplus.lowestSvn().compareTo(smdpplus.highestSvn()) > 0) {
            problems.add(Setting.LOWEST_SVN.name() + " is above " + Setting.HIGHEST_SVN.name());
        }
        if (configuration.notification().concurrencyPerOperator()
                > configuration.notification().concurrency()) {
            problems.add(Setting.NOTIFICATION_CONCURRENCY_PER_OPERATOR.name() + " is above "
                    + Setting.NOTIFICATION_CONCURRENCY.name());
        }
        if (configuration.mode() == Mode.PRODUCTION) {
            checkForProduction(configuration);
        }
    }

    private void checkForProduction(MintlineConfiguration configuration) {
        MintlineConfiguration.Keys keys = configuration.keys();
        if (keys.stores().isEmpty() && keys.pkcs11().isEmpty()) {
            problems.add(Setting.KEY_STORES.name() + " or " + Setting.PKCS11.name() + " must be set in production");
        }
        if (!keys.stores().isEmpty() && keys.passphrase().isEmpty()) {
            problems.add(Setting.KEY_STORES_PASSPHRASE.name()
                    + " must be set: production refuses key stores without a passphrase");
        }
        if (configuration.notification().keyStore().isPresent()
                && configuration.notification().passphrase().isEmpty()) {
            problems.add(Setting.NOTIFICATION_PASSPHRASE.name()
                    + " must be set: production refuses key stores without a passphrase");
        }
    }

    private int number(Setting<Integer> setting) {
        return optional(setting).orElse(0);
    }

    /** The value, or null where it is missing or wrong, which is noted as a problem. */
    private <T> T value(Setting<T> setting) {
        return optional(setting).orElse(null);
    }

    private <T> Optional<T> optional(Setting<T> setting) {
        Optional<String> text = text(setting).or(setting::standard);
        if (text.isEmpty()) {
            if (setting.mandatory()) {
                problems.add(setting.name() + " (or " + setting.environmentVariable() + ") must be set: "
                        + setting.meaning());
            }
            return Optional.empty();
        }
        try {
            return Optional.of(setting.reader().apply(text.get()));
        } catch (IllegalArgumentException e) {
            problems.add(setting.name() + " " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<String> text(Setting<?> setting) {
        return Optional.ofNullable(properties.apply(setting.name()))
                .or(() -> Optional.ofNullable(environment.apply(setting.environmentVariable())))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
