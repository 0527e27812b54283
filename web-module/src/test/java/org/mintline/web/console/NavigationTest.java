package org.mintline.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mintline.configuration.ServerRole;

class NavigationTest {
    private static List<String> rooms(ConsoleUser user, ServerRole... roles) {
        return Servers.of(user, roles).getGroups().stream()
                .flatMap(group -> group.rooms().stream())
                .map(Navigation.Room::name)
                .toList();
    }

    @Test
    void a_local_provisioning_server_shows_its_lots_and_partners_to_staff_of_the_factory() {
        assertThat(rooms(SignedIn.factoryStaff(), ServerRole.LOCAL_PROVISIONING))
                .containsExactly("dashboard", "factory-lots", "partners");
    }

    @Test
    void an_aggregator_shows_its_partners_and_no_lots_of_a_factory() {
        assertThat(rooms(SignedIn.administrator(), ServerRole.AGGREGATION))
                .contains("partners")
                .doesNotContain("factory-lots");
    }

    @Test
    void users_of_operators_see_neither_room() {
        assertThat(rooms(SignedIn.ofAnOperator(), ServerRole.AGGREGATION, ServerRole.LOCAL_PROVISIONING))
                .doesNotContain("partners", "factory-lots");
    }

    @Test
    void a_server_without_the_roles_has_none_of_their_pages() {
        Set<ServerRole> others = Set.of(ServerRole.GENERATION, ServerRole.SUPPORT);
        for (String page : List.of("partners", "partner", "factory-lots", "factory-lot")) {
            String address = "/console/" + page + ".xhtml";
            assertThat(Navigation.isAbsent(address, others)).as(page).isTrue();
            assertThat(Navigation.isAbsent(address, Set.of(ServerRole.LOCAL_PROVISIONING)))
                    .as(page)
                    .isFalse();
        }
    }
}
