package org.mintline.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagedListTest {
    private static final int PAGE = 3;
    private static final List<Integer> NUMBERS =
            IntStream.rangeClosed(1, 7).boxed().toList();

    private final PagedList<Integer, Integer> list = new PagedList<>(PagedListTest::after);

    private static PagedList.Slice<Integer, Integer> after(Optional<Integer> key) {
        List<Integer> oneMore = NUMBERS.stream()
                .filter(number -> number > key.orElse(0))
                .limit(PAGE + 1)
                .toList();
        return PagedList.Slice.of(oneMore, PAGE, number -> number);
    }

    @Test
    void the_first_page_has_nothing_before_it() {
        assertThat(list.getLines()).containsExactly(1, 2, 3);
        assertThat(list.isBefore()).isFalse();
        assertThat(list.isMore()).isTrue();
        assertThat(list.getNumber()).isEqualTo(1);
    }

    @Test
    void the_last_page_has_the_rest_and_leads_nowhere() {
        list.forward();
        list.forward();
        assertThat(list.getLines()).containsExactly(7);
        assertThat(list.isMore()).isFalse();

        list.forward();
        assertThat(list.getNumber()).isEqualTo(3);
    }

    @Test
    void back_leads_to_the_page_that_was_shown_before() {
        list.forward();
        list.forward();
        list.back();

        assertThat(list.getLines()).containsExactly(4, 5, 6);
        assertThat(list.getNumber()).isEqualTo(2);
    }

    @Test
    void reading_anew_stays_on_the_page_and_a_new_search_does_not() {
        list.forward();
        list.refresh();
        assertThat(list.getLines()).containsExactly(4, 5, 6);

        list.first();
        assertThat(list.getLines()).containsExactly(1, 2, 3);
    }
}
