package org.mintline.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mintline.configuration.ServerRole;
import org.mintline.factory.FactoryPartners.Kind;
import org.mintline.factory.FactoryPartners.Lot;
import org.mintline.web.rest.TestCertificate;

class PartnerPageTest {
    private static final String SERVER = "factory-1";
    private static final Lot SPRING = new Lot("spring", Optional.empty());
    private static final Lot SUMMER = new Lot("summer", Optional.of(Instant.parse("2027-01-01T00:00:00Z")));

    private final RegisteredPartners register = new RegisteredPartners();
    private final PageMessages messages = new PageMessages();

    @BeforeEach
    void register_a_server_and_an_assistant() {
        register.register(Kind.LOCAL_PROVISIONING_SERVER, SERVER, TestCertificate.selfSigned("CN=factory-1"), "test");
        register.register(
                Kind.FACTORY_PROFILE_ASSISTANT, "assistant-1", TestCertificate.selfSigned("CN=assistant-1"), "test");
        register.replaceLots(SERVER, List.of(SPRING, SUMMER), "test");
        register.actors.clear();
    }

    @AfterEach
    void close() {
        messages.close();
    }

    private PartnerPage page(ConsoleUser user, String name) {
        PartnerPage page = new PartnerPage(register, user, Servers.of(user, ServerRole.AGGREGATION));
        page.setName(name);
        return page;
    }

    private PartnerPage page() {
        return page(SignedIn.administrator(), SERVER);
    }

    @Test
    void a_lot_is_offered_until_the_end_of_a_day_or_for_ever() throws IOException {
        PartnerPage page = page();
        page.setLot(" autumn ");
        page.setUntil(LocalDate.of(2027, 3, 31));
        page.offer();
        page.setLot("winter");
        page.offer();

        assertThat(page.getPartner().lots())
                .containsExactlyInAnyOrder(
                        SPRING,
                        SUMMER,
                        new Lot("autumn", Optional.of(Instant.parse("2027-04-01T00:00:00Z"))),
                        new Lot("winter", Optional.empty()));
        assertThat(messages.told())
                .containsExactly(
                        "INFO 0: Lot autumn is offered to factory-1.", "INFO 0: Lot winter is offered to factory-1.");
        assertThat(register.actors).containsOnly("console:administrator");
        assertThat(page.getLot()).isNull();
    }

    @Test
    void a_lot_that_is_offered_already_gets_the_new_end_from_the_day_that_its_old_one_shows() throws IOException {
        PartnerPage page = page();
        page.edit(SUMMER);
        assertThat(page.getLot()).isEqualTo("summer");
        assertThat(page.getUntil()).isEqualTo(LocalDate.of(2026, 12, 31));

        page.setUntil(page.getUntil().plusDays(1));
        page.offer();

        assertThat(page.getPartner().lots())
                .containsExactlyInAnyOrder(
                        SPRING, new Lot("summer", Optional.of(Instant.parse("2027-01-02T00:00:00Z"))));
    }

    @Test
    void a_lot_is_withdrawn_from_the_lots_as_they_stand_now() throws IOException {
        PartnerPage page = page();
        page.load();
        Lot since = new Lot("since", Optional.empty());
        register.replaceLots(SERVER, List.of(SPRING, SUMMER, since), "somebody else");

        page.withdraw("spring");

        assertThat(page.getPartner().lots()).containsExactlyInAnyOrder(SUMMER, since);
        assertThat(messages.told()).containsExactly("INFO 0: Lot spring is offered to factory-1 no more.");
    }

    @Test
    void a_lot_of_another_server_is_refused_in_words_and_stays_in_the_form() throws IOException {
        PartnerPage page = page();
        page.setLot("another's");

        page.offer();

        assertThat(messages.told()).containsExactly("ERROR 2: Not done: the lot another's is another server's.");
        assertThat(page.getLot()).isEqualTo("another's");
        assertThat(page.getPartner().lots()).containsExactlyInAnyOrder(SPRING, SUMMER);
    }

    @Test
    void an_assistant_and_a_name_that_nobody_has_have_no_page() throws IOException {
        for (String name : List.of("assistant-1", "nobody")) {
            page(SignedIn.administrator(), name).load();
            assertThat(messages.error()).hasValue(404);
        }
    }

    @Test
    void staff_of_the_factory_see_the_lots_and_change_none() throws IOException {
        PartnerPage page = page(SignedIn.factoryStaff(), SERVER);

        assertThat(page.getPartner().lots()).containsExactly(SPRING, SUMMER);
        page.setLot("autumn");
        assertThatThrownBy(page::offer).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> page.withdraw("spring")).isInstanceOf(NotAllowedException.class);
        assertThat(register.actors).isEmpty();
    }
}
