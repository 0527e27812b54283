package org.mintline.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mintline.testing.OnEveryDatabase;
import org.mintline.testing.TestCertificates;
import org.mintline.testing.TestClock;
import org.mintline.testing.TestDatabase;

class OperatorDirectoryTest {
    private static final X509Certificate SALISH_CLIENT = TestCertificates.selfSigned("CN=es2plus.salish.example");
    private static final X509Certificate SALISH_SECOND_CLIENT =
            TestCertificates.selfSigned("CN=es2plus-2.salish.example");
    private static final URI CALLBACK = URI.create("https://callback.salish.example:8555/base");

    private final TestClock clock = new TestClock();
    private final List<OperatorChanged> changes = new ArrayList<>();

    private OperatorDirectoryBean directory(TestDatabase database) {
        return new OperatorDirectoryBean(
                new OperatorRepository(database.entityManager()), new OperatorCache(clock), clock, changes::add);
    }

    private static Operator salish(TestDatabase database, OperatorDirectory directory) {
        return database.call(() ->
                directory.register("Salish Mobile", "1.3.6.1.4.1.99.1", Optional.of(CALLBACK), List.of(SALISH_CLIENT)));
    }

    @OnEveryDatabase
    void a_registered_operator_is_found_by_number_name_and_certificate(TestDatabase database) {
        OperatorDirectoryBean directory = directory(database);
        Operator salish = salish(database, directory);

        assertThat(salish.callbackAddress()).contains(CALLBACK);
        assertThat(database.call(() -> directory.find(salish.id()))).contains(salish);
        assertThat(database.call(() -> directory.findByName("Salish Mobile"))).contains(salish);
        assertThat(database.call(() -> directory.findByClientCertificate(SALISH_CLIENT)))
                .contains(salish);
        assertThat(database.call(() -> directory.findByClientCertificate(SALISH_SECOND_CLIENT)))
                .isEmpty();
        assertThat(database.call(directory::list)).containsExactly(salish);
    }

    @OnEveryDatabase
    void names_identifiers_and_certificates_belong_to_one_operator_only(TestDatabase database) {
        OperatorDirectoryBean directory = directory(database);
        salish(database, directory);

        assertThatThrownBy(() -> database.call(
                        () -> directory.register("Salish Mobile", "1.3.6.1.4.1.99.2", Optional.empty(), List.of())))
                .isInstanceOf(OperatorExistsException.class);
        assertThatThrownBy(() -> database.call(
                        () -> directory.register("Haida", "1.3.6.1.4.1.99.1", Optional.empty(), List.of())))
                .isInstanceOf(OperatorExistsException.class);
        assertThatThrownBy(() -> database.call(() ->
                        directory.register("Haida", "1.3.6.1.4.1.99.2", Optional.empty(), List.of(SALISH_CLIENT))))
                .isInstanceOf(OperatorExistsException.class);
        assertThat(database.call(directory::list)).hasSize(1);
    }

    @OnEveryDatabase
    void a_revoked_certificate_names_nobody_and_cannot_be_registered_again(TestDatabase database) {
        OperatorDirectoryBean directory = directory(database);
        Operator salish = salish(database, directory);
        database.call(() -> directory.findByClientCertificate(SALISH_CLIENT));
        ClientCertificate second =
                database.call(() -> directory.registerClientCertificate(salish.id(), SALISH_SECOND_CLIENT));

        database.run(
                () -> directory.revokeClientCertificate(salish.id(), ClientCertificate.fingerprint(SALISH_CLIENT)));

        assertThat(database.call(() -> directory.findByClientCertificate(SALISH_CLIENT)))
                .isEmpty();
        assertThat(database.call(() -> directory.findByClientCertificate(SALISH_SECOND_CLIENT)))
                .contains(salish);
        assertThat(database.call(() -> directory.clientCertificates(salish.id())))
                .filteredOn(certificate -> certificate.revokedAt().isEmpty())
                .extracting(ClientCertificate::fingerprint)
                .containsExactly(second.fingerprint());
        assertThatThrownBy(() -> database.call(() -> directory.registerClientCertificate(salish.id(), SALISH_CLIENT)))
                .isInstanceOf(OperatorExistsException.class);
    }

    @OnEveryDatabase
    void a_revocation_at_another_node_is_felt_after_ten_seconds(TestDatabase database) {
        OperatorDirectoryBean here = directory(database);
        OperatorDirectoryBean there = directory(database);
        Operator salish = salish(database, here);
        database.call(() -> here.findByClientCertificate(SALISH_CLIENT));

        database.run(() -> there.revokeClientCertificate(salish.id(), ClientCertificate.fingerprint(SALISH_CLIENT)));
        clock.advance(Duration.ofSeconds(10));

        assertThat(database.call(() -> here.findByClientCertificate(SALISH_CLIENT)))
                .isEmpty();
    }

    @OnEveryDatabase
    void each_change_is_told_to_the_audit_trail(TestDatabase database) {
        OperatorDirectoryBean directory = directory(database);
        Operator salish = salish(database, directory);

        database.run(() -> directory.changeCallbackAddress(salish.id(), Optional.empty()));

        assertThat(database.call(() -> directory.find(salish.id())))
                .hasValueSatisfying(
                        operator -> assertThat(operator.callbackAddress()).isEmpty());
        assertThat(changes)
                .containsExactly(
                        new OperatorChanged(salish.id(), "registerOperator", "Salish Mobile"),
                        new OperatorChanged(salish.id(), "changeCallbackAddress", "none"));
    }

    @OnEveryDatabase
    void callbacks_go_over_https_only(TestDatabase database) {
        OperatorDirectoryBean directory = directory(database);
        Operator salish = salish(database, directory);

        assertThatThrownBy(() -> database.call(() -> directory.changeCallbackAddress(
                        salish.id(), Optional.of(URI.create("http://callback.salish.example")))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
