package org.mintline.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mintline.factory.LocalProfileState;
import org.mintline.factory.LocalStock;
import org.mintline.web.console.FactoryLotLine.Contact;
import org.mintline.web.console.FactoryLotLine.Count;

class FactoryLotsPageTest {
    private final LocalPackages stock = new LocalPackages();
    private final PageMessages messages = new PageMessages();
    private final FactoryLotsPage page = new FactoryLotsPage(stock, SignedIn.factoryStaff());

    @AfterEach
    void close() {
        messages.close();
    }

    private void request(String lot) {
        page.setLot(lot);
        page.request();
    }

    @Test
    void staff_of_the_factory_have_a_lot_downloaded_by_its_name() {
        request(" lot-7 ");

        assertThat(messages.told()).containsExactly("INFO 0: Lot lot-7 is downloaded from now on.");
        assertThat(stock.requests).containsExactly("console:factory lot-7");
        assertThat(page.getLots()).extracting(line -> line.lot().name()).containsExactly("lot-7");
        assertThat(page.getLot()).isNull();
    }

    @Test
    void a_name_that_is_none_is_refused_in_words() {
        request("  ");

        assertThat(messages.told()).containsExactly("ERROR 2: Not done: a lot has a name.");
    }

    @Test
    void a_lot_tells_its_packages_by_state_in_their_order_and_how_the_last_contact_went() {
        request("lot-7");
        stock.add("lot-7", "89".repeat(16), LocalProfileState.INSTALLED);
        stock.add("lot-7", "89".repeat(16), LocalProfileState.RECEIVED);
        page.load();
        FactoryLotLine quiet = page.getLots().get(0);
        assertThat(quiet.getCountsOfSome())
                .containsExactly(new Count(LocalProfileState.RECEIVED, 1), new Count(LocalProfileState.INSTALLED, 1));
        assertThat(quiet.getCounts()).hasSameSizeAs(LocalProfileState.values());
        assertThat(quiet.getContact()).isEqualTo(Contact.NONE);

        stock.problem("the aggregator is not reached");
        page.load();

        assertThat(page.getLots().get(0).getContact()).isEqualTo(Contact.PROBLEM);
    }

    @Test
    void reports_that_were_not_taken_are_shown_the_latest_first_a_page_at_a_time() {
        IntStream.rangeClosed(1, 25).forEach(number -> stock.refuse("reason " + number));

        assertThat(page.getReports()).isEqualTo(new LocalStock.Reports(3, 25));
        assertThat(page.getRefused().getLines()).hasSize(20).first().satisfies(report -> assertThat(report.reason())
                .isEqualTo("reason 25"));
        page.getRefused().forward();
        assertThat(page.getRefused().getLines()).hasSize(5);
        assertThat(page.getRefused().isMore()).isFalse();

        page.load();
        assertThat(page.getRefused().getNumber()).isEqualTo(2);
    }

    @Test
    void users_of_operators_see_nothing_of_it_and_ask_for_nothing() {
        FactoryLotsPage foreign = new FactoryLotsPage(stock, SignedIn.ofAnOperator());
        foreign.setLot("lot-7");

        assertThatThrownBy(foreign::getLots).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(foreign::request).isInstanceOf(NotAllowedException.class);
        assertThat(stock.requests).isEmpty();
    }
}
