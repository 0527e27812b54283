package org.mintline.web.rest.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mintline.smdpplus.ProfileCatalogue;
import org.mintline.smdpplus.profile.ProfileState;
import org.mintline.tenancy.OperatorId;

class ProfilesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final OneProfile catalogue = new OneProfile();
    private AdministrationServer server;

    @BeforeEach
    void start() throws IOException {
        server = new AdministrationServer(Map.of(ProfileCatalogue.class, catalogue));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_page_is_asked_for_with_all_its_conditions() throws Exception {
        HttpResponse<String> page =
                server.get("profiles?operator=1&state=RELEASED&profileType=consumer&iccidPrefix=8949"
                        + "&eid=89049032123451234512345678901235&matchingId=A-1&after=99&limit=2");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(catalogue.asked)
                .containsExactly(
                        new ProfileCatalogue.Filter(
                                Optional.of(new OperatorId(1)),
                                Optional.of(ProfileState.RELEASED),
                                Optional.of("consumer"),
                                Optional.of("8949"),
                                Optional.of("89049032123451234512345678901235"),
                                Optional.of("A-1")),
                        OptionalLong.of(99),
                        2);
        assertThat(MAPPER.readTree(page.body())).isEqualTo(MAPPER.readTree("""
                                {"items":[{"operator":1,"iccid":"8949000000000000009","profileType":"consumer","state":"RELEASED",
                                "matchingId":"A-1","changedAt":"2026-01-01T12:00:00Z"}],"next":7}
                                """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=Released", "iccidPrefix=x", "eid=1", "operator=0", "limit=0", "limit=501"})
    void a_condition_of_another_kind_is_a_bad_request(String query) {
        assertThat(server.get("profiles?" + query).statusCode()).isEqualTo(400);
        assertThat(catalogue.asked).isEmpty();
    }

    @Test
    void a_profile_is_found_with_its_activation_code() throws Exception {
        HttpResponse<String> found = server.get("profiles/" + OneProfile.ICCID);

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(MAPPER.readTree(found.body()).at("/activationCode").asText())
                .isEqualTo("LPA:1$smdpplus.mintline.test$A-1");
        assertThat(server.get("profiles/" + OneProfile.ICCID + "F").statusCode())
                .isEqualTo(200);
        assertThat(server.get("profiles/8949000000000000017").statusCode()).isEqualTo(404);
        assertThat(server.get("profiles/1").statusCode()).isEqualTo(404);
    }

    @Test
    void the_stock_is_listed() throws Exception {
        HttpResponse<String> stock = server.get("profiles/stock?operator=3");

        assertThat(MAPPER.readTree(stock.body()))
                .isEqualTo(MAPPER.readTree(
                        "[{\"operator\":1,\"profileType\":\"consumer\",\"state\":\"AVAILABLE\",\"count\":12}]"));
        assertThat(catalogue.asked).containsExactly(Optional.of(new OperatorId(3)));
    }
}
