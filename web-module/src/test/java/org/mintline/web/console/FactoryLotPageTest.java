package org.mintline.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mintline.factory.LocalProfileState;
import org.mintline.factory.LocalStock.Profile;
import org.mintline.rsp.identification.Eid;

class FactoryLotPageTest {
    private static final String EID =
            Eid.withCheckDigits("890490320000000000000000000001").digits();
    private static final String OTHER =
            Eid.withCheckDigits("890490320000000000000000000002").digits();

    private final LocalPackages stock = new LocalPackages();
    private final PageMessages messages = new PageMessages();
    private final FactoryLotPage page = page("lot-7");

    private FactoryLotPage page(String lot) {
        FactoryLotPage made = new FactoryLotPage(stock, SignedIn.factoryStaff());
        made.setName(lot);
        return made;
    }

    @BeforeEach
    void download() {
        stock.request("lot-7", "test");
        stock.request("lot-8", "test");
        IntStream.range(0, 60).forEach(index -> stock.add("lot-7", OTHER, LocalProfileState.RECEIVED));
        stock.add("lot-7", EID, LocalProfileState.REFUSED);
        stock.add("lot-8", EID, LocalProfileState.RECEIVED);
    }

    @AfterEach
    void close() {
        messages.close();
    }

    @Test
    void a_lot_shows_its_own_packages_a_page_at_a_time() throws IOException {
        page.load();

        assertThat(page.getLine().lot().name()).isEqualTo("lot-7");
        assertThat(page.getProfiles().getLines()).hasSize(50);
        page.getProfiles().forward();
        assertThat(page.getProfiles().getLines()).hasSize(11).allMatch(profile -> profile.lot()
                .equals("lot-7"));
        assertThat(page.getProfiles().isMore()).isFalse();
    }

    @Test
    void packages_are_found_by_state_and_by_eUICC() throws IOException {
        page.setState(LocalProfileState.REFUSED);
        page.load();
        assertThat(page.getProfiles().getLines()).extracting(Profile::eid).containsExactly(EID);

        page.setState(LocalProfileState.RECEIVED);
        page.setEid(" " + EID + " ");
        page.search();
        assertThat(page.getProfiles().getLines()).isEmpty();

        page.setState(null);
        page.search();
        assertThat(page.getProfiles().getLines()).extracting(Profile::lot).containsExactly("lot-7");
    }

    @Test
    void an_EID_that_is_none_is_told_and_what_was_found_stays() throws IOException {
        page.load();
        page.setEid("8904");
        page.search();

        assertThat(messages.told()).containsExactly("ERROR 2: Nothing was looked up: an EID has 32 decimal digits.");
        assertThat(page.getProfiles().getLines()).hasSize(50);
    }

    @Test
    void a_lot_that_is_not_downloaded_is_not_found() throws IOException {
        page("lot-9").load();
        assertThat(messages.error()).hasValue(404);
        page(null).load();
        assertThat(messages.error()).hasValue(404);
    }

    @Test
    void users_of_operators_see_no_lot() {
        FactoryLotPage foreign = new FactoryLotPage(stock, SignedIn.ofAnOperator());
        foreign.setName("lot-7");

        assertThatThrownBy(foreign::load).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> foreign.getProfiles().getLines()).isInstanceOf(NotAllowedException.class);
    }
}
