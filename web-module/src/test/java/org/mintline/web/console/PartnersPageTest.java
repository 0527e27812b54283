package org.mintline.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mintline.configuration.ServerRole;
import org.mintline.factory.FactoryPartners.Kind;
import org.mintline.factory.FactoryPartners.Partner;
import org.mintline.web.rest.TestCertificate;

class PartnersPageTest {
    private final RegisteredPartners register = new RegisteredPartners();
    private final PageMessages messages = new PageMessages();

    @AfterEach
    void close() {
        messages.close();
    }

    private PartnersPage page(ConsoleUser user, ServerRole... roles) {
        return new PartnersPage(register, user, Servers.of(user, roles));
    }

    private PartnersPage aggregator() {
        PartnersPage page = page(SignedIn.administrator(), ServerRole.AGGREGATION);
        page.setKind(Kind.LOCAL_PROVISIONING_SERVER);
        return page;
    }

    private static String pem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder()
                            .encodeToString(
                                    TestCertificate.selfSigned("CN=factory-1").getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_partner_is_let_in_by_a_pasted_certificate() throws IOException {
        PartnersPage page = aggregator();
        page.setName(" factory-1 ");
        page.setCertificate(pem());

        page.register();

        assertThat(messages.told()).containsExactly("INFO 0: Partner factory-1 is let in.");
        assertThat(page.getPartners()).singleElement().satisfies(partner -> {
            assertThat(partner.name()).isEqualTo("factory-1");
            assertThat(partner.certificate().subject()).isEqualTo("CN=factory-1");
            assertThat(page.isOffered(partner)).isTrue();
        });
        assertThat(register.actors).containsExactly("console:administrator");
        assertThat(page.getName()).isNull();
        assertThat(page.getCertificate()).isNull();
    }

    @Test
    void the_file_of_a_certificate_comes_before_what_was_pasted() throws IOException {
        PartnersPage page = aggregator();
        page.setName("factory-1");
        page.setCertificate("not this");
        page.setFile(new Upload(pem().getBytes(StandardCharsets.US_ASCII)));

        page.register();

        assertThat(page.getPartners()).extracting(Partner::name).containsExactly("factory-1");
    }

    @Test
    void without_a_certificate_or_with_what_is_none_nobody_is_let_in_and_the_name_stays() throws IOException {
        PartnersPage page = aggregator();
        page.setName("factory-1");
        page.register();
        page.setCertificate("-----BEGIN CERTIFICATE-----");
        page.register();
        page.setFile(new Upload(new byte[16 * 1024 + 1]));
        page.register();

        assertThat(messages.told())
                .hasSize(3)
                .allMatch(message -> message.startsWith("ERROR 2: Not done: "))
                .anyMatch(message -> message.contains("paste it"));
        assertThat(register.list()).isEmpty();
        assertThat(page.getName()).isEqualTo("factory-1");
    }

    @Test
    void a_partner_is_shut_out_and_its_name_stays_taken() throws IOException {
        PartnersPage page = aggregator();
        page.setName("factory-1");
        page.setCertificate(pem());
        page.register();

        page.revoke("factory-1");
        page.setName("factory-1");
        page.setCertificate(pem());
        page.register();

        assertThat(messages.told())
                .contains("INFO 0: Partner factory-1 is shut out.", "ERROR 2: Not done: a partner has that name.");
        assertThat(page.getPartners()).singleElement().satisfies(partner -> assertThat(
                        partner.certificate().revokedAt())
                .isPresent());
    }

    @Test
    void the_kinds_to_choose_from_are_those_of_the_roles_of_the_server() {
        ConsoleUser user = SignedIn.administrator();
        assertThat(page(user, ServerRole.AGGREGATION, ServerRole.GENERATION).getKinds())
                .containsExactly(Kind.LOCAL_PROVISIONING_SERVER);
        assertThat(page(user, ServerRole.LOCAL_PROVISIONING).getKinds())
                .containsExactly(Kind.FACTORY_PROFILE_ASSISTANT);
        assertThat(page(user, ServerRole.LOCAL_PROVISIONING, ServerRole.AGGREGATION)
                        .getKinds())
                .containsExactly(Kind.LOCAL_PROVISIONING_SERVER, Kind.FACTORY_PROFILE_ASSISTANT);
    }

    @Test
    void staff_of_the_factory_see_partners_and_change_none() {
        PartnersPage page = page(SignedIn.factoryStaff(), ServerRole.AGGREGATION);

        assertThat(page.getPartners()).isEmpty();
        assertThatThrownBy(page::register).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> page.revoke("factory-1")).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void users_of_operators_see_no_partners() {
        PartnersPage page = page(SignedIn.ofAnOperator(), ServerRole.AGGREGATION);

        assertThatThrownBy(page::getPartners).isInstanceOf(NotAllowedException.class);
    }
}
