package org.mintline.web.rest.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mintline.rsp.data.NotificationEvent;
import org.mintline.rsp.identification.Iccid;
import org.mintline.smdpplus.EligibilityRules;
import org.mintline.smdpplus.ProfileStock;
import org.mintline.smdpplus.ProfileTypeVariants;
import org.mintline.smdpplus.ProfileTypes;
import org.mintline.smdpplus.profile.ProfileTypePackage.SourceFormat;
import org.mintline.smdpplus.profile.Protection;
import org.mintline.tenancy.OperatorId;

class StockTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final RecordedTypes types = new RecordedTypes();
    private final List<Object> added = new ArrayList<>();
    private final RecordedRules rules = new RecordedRules();
    private final RecordedVariants variants = new RecordedVariants();
    private AdministrationServer server;

    @BeforeEach
    void start() throws IOException {
        server = new AdministrationServer(Map.of(
                ProfileTypes.class,
                types,
                ProfileStock.class,
                (ProfileStock) this::add,
                EligibilityRules.class,
                rules,
                ProfileTypeVariants.class,
                variants));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_profile_type_is_made_of_a_package() throws Exception {
        HttpResponse<String> created = post("operators/1/profileTypes", """
                {"name":"consumer","sourceFormat":"PACKAGE","source":"AAEC","serviceProviderName":"Example Mobile",
                 "profileName":"Example","profileClass":"OPERATIONAL","mcc":"001","mnc":"01","protection":"SESSION_KEYS",
                 "protectedAhead":5,
                 "notifications":[{"events":["NOTIFICATION_INSTALL","NOTIFICATION_DELETE"],"address":"smdpplus.mintline.test"}]}
                """);

        assertThat(created.statusCode()).isEqualTo(200);
        assertThat(MAPPER.readTree(created.body()).at("/personalised/0").asText())
                .isEqualTo("imsi");
        ProfileTypes.NewProfileType type = types.created.get(0);
        assertThat(type.sourceFormat()).isEqualTo(SourceFormat.PACKAGE);
        assertThat(type.source()).containsExactly(0, 1, 2);
        assertThat(type.protection()).isEqualTo(Protection.SESSION_KEYS);
        assertThat(type.protectedAhead()).contains(5);
        assertThat(type.metadata().serviceProviderName()).isEqualTo("Example Mobile");
        assertThat(type.metadata().profileOwner().orElseThrow().mcc()).isEqualTo("001");
        assertThat(type.metadata().notificationConfigurationInfo().get(0).profileManagementOperation())
                .containsExactlyInAnyOrder(
                        NotificationEvent.NOTIFICATION_INSTALL, NotificationEvent.NOTIFICATION_DELETE);
        assertThat(types.actors).containsExactly("administration:admin");
    }

    @Test
    void what_is_left_out_of_a_profile_type_has_its_usual_value() {
        post("operators/1/profileTypes", """
                {"name":"consumer","sourceFormat":"TEMPLATE","source":"","serviceProviderName":"Example Mobile",
                 "profileName":"Example"}
                """);

        assertThat(types.created.get(0).protection()).isEqualTo(Protection.RANDOM_KEYS);
        assertThat(types.created.get(0).metadata().notificationConfigurationInfo())
                .isEmpty();
        assertThat(types.created.get(0).description()).isEmpty();
    }

    @Test
    void the_profile_types_of_an_operator_are_listed() throws Exception {
        HttpResponse<String> list = server.get("operators/1/profileTypes");

        JsonNode types = MAPPER.readTree(list.body());
        assertThat(types).hasSize(1);
        assertThat(types.at("/0/name").asText()).isEqualTo("consumer");
        assertThat(server.get("operators/2/profileTypes").statusCode()).isEqualTo(404);
    }

    @Test
    void a_profile_comes_into_stock() {
        HttpResponse<String> response = post(
                "operators/1/profiles",
                "{\"profileType\":\"consumer\",\"iccid\":\"8949000000000000009\",\"columns\":{\"imsi\":\"001010000000001\"}}");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(added)
                .containsExactly(
                        AdministrationServer.OPERATOR,
                        "consumer",
                        Iccid.parse("8949000000000000009"),
                        Map.of("imsi", "001010000000001"),
                        "administration:admin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"profileType\":\"unknown\",\"iccid\":\"8949000000000000009\",\"columns\":{}}",
                "{\"profileType\":\"consumer\",\"iccid\":\"8949\",\"columns\":{}}",
                "{\"profileType\":\"consumer\",\"iccid\":\"8949000000000000009\",\"columns\":{\"ki\":7}}",
                "{\"profileType\":\"consumer\",\"iccid\":\"8949000000000000009\"}",
            })
    void a_profile_that_cannot_come_into_stock_is_a_bad_request(String body) {
        assertThat(post("operators/1/profiles", body).statusCode()).isEqualTo(400);
        assertThat(added).isEmpty();
    }

    @Test
    void the_eligibility_rules_of_a_profile_type_are_replaced_and_read() throws Exception {
        String path = "operators/1/profileTypes/consumer/eligibilityRules";
        HttpResponse<String> replaced = server.send("PUT", path, """
                {"rules":[{"effect":"DENY","criterion":"TAC","value":"3529","upTo":"3530","note":"recalled"},
                          {"effect":"DENY","criterion":"DEVICE_LACKS","value":"NR_5GC_SUPPORTED_RELEASE"},
                          {"effect":"ALLOW","criterion":"ANY"}]}
                """);

        assertThat(replaced.statusCode()).isEqualTo(200);
        assertThat(rules.table)
                .extracting(EligibilityRules.Rule::toString)
                .containsExactly("DENY TAC 3529 to 3530", "DENY DEVICE_LACKS NR_5GC_SUPPORTED_RELEASE", "ALLOW ANY");
        assertThat(rules.actor).isEqualTo("administration:admin");
        assertThat(MAPPER.readTree(server.get(path).body())).isEqualTo(MAPPER.readTree(replaced.body()));
        assertThat(server.get("operators/1/profileTypes/unknown/eligibilityRules")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"rules\":[{\"effect\":\"DENY\"}]}",
                "{\"rules\":[{\"effect\":\"DENY\",\"criterion\":\"TAC\",\"value\":\"35x\"}]}",
                "{\"rules\":[{\"effect\":\"DENY\",\"criterion\":\"EUICC_LACKS\",\"value\":\"TELEPORTATION\"}]}",
            })
    void rules_that_cannot_be_applied_are_a_bad_request(String body) {
        assertThat(server.send("PUT", "operators/1/profileTypes/consumer/eligibilityRules", body)
                        .statusCode())
                .isEqualTo(400);
        assertThat(rules.actor).isEmpty();
    }

    @Test
    void the_variants_of_a_profile_type_are_replaced_and_read() throws Exception {
        String path = "operators/1/profileTypes/consumer/variants";
        HttpResponse<String> replaced = server.send("PUT", path, """
                {"variants":[{"profileType":"consumer-5g","criterion":"DEVICE_SUPPORTS","value":"NR_5GC_SUPPORTED_RELEASE","note":"SUCI"},
                             {"profileType":"consumer-small","criterion":"MEMORY_BELOW","value":"60000"}]}
                """);

        assertThat(replaced.statusCode()).isEqualTo(200);
        assertThat(variants.table)
                .extracting(variant -> variant.profileType() + " for " + variant.condition())
                .containsExactly(
                        "consumer-5g for DEVICE_SUPPORTS NR_5GC_SUPPORTED_RELEASE",
                        "consumer-small for MEMORY_BELOW 60000");
        assertThat(MAPPER.readTree(server.get(path).body())).isEqualTo(MAPPER.readTree(replaced.body()));
        assertThat(server.get("operators/1/profileTypes/unknown/variants").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"variants\":[{\"criterion\":\"ANY\"}]}",
                "{\"variants\":[{\"profileType\":\"small\",\"criterion\":\"MEMORY_FROM\",\"value\":\"64k\"}]}",
                "{\"variants\":[{\"profileType\":\"consumer\",\"criterion\":\"ANY\"}]}",
            })
    void variants_that_cannot_be_chosen_are_a_bad_request(String body) {
        assertThat(server.send("PUT", "operators/1/profileTypes/consumer/variants", body)
                        .statusCode())
                .isEqualTo(400);
        assertThat(variants.table).isEmpty();
    }

    private void add(OperatorId operator, String type, Iccid iccid, Map<String, String> columns, String actor) {
        if (!type.equals("consumer")) {
            throw new ProfileStock.RefusedException("there is no such type");
        }
        added.addAll(List.of(operator, type, iccid, columns, actor));
    }

    private HttpResponse<String> post(String path, String body) {
        return server.send("POST", path, body);
    }

    private static final class RecordedRules implements EligibilityRules {
        private List<Rule> table = List.of();
        private String actor = "";

        @Override
        public Optional<List<Rule>> list(OperatorId operator, String profileType) {
            return profileType.equals("consumer") ? Optional.of(table) : Optional.empty();
        }

        @Override
        public Optional<List<Rule>> replace(OperatorId operator, String profileType, List<Rule> wanted, String who) {
            table = wanted;
            actor = who;
            return list(operator, profileType);
        }
    }

    private static final class RecordedVariants implements ProfileTypeVariants {
        private List<Variant> table = List.of();

        @Override
        public Optional<List<Variant>> list(OperatorId operator, String profileType) {
            return profileType.equals("consumer") ? Optional.of(table) : Optional.empty();
        }

        @Override
        public Optional<List<Variant>> replace(
                OperatorId operator, String profileType, List<Variant> wanted, String who) {
            if (wanted.stream().anyMatch(variant -> variant.profileType().equals(profileType))) {
                throw new RefusedException("no other type");
            }
            table = wanted;
            return list(operator, profileType);
        }
    }

    private static final class RecordedTypes implements ProfileTypes {
        private final List<NewProfileType> created = new ArrayList<>();
        private final List<String> actors = new ArrayList<>();

        @Override
        public Description create(OperatorId operator, NewProfileType type, String actor) {
            created.add(type);
            actors.add(actor);
            return consumer();
        }

        @Override
        public List<Description> list(OperatorId operator) {
            return List.of(consumer());
        }

        @Override
        public Optional<Description> find(OperatorId operator, String name) {
            return name.equals("consumer") ? Optional.of(consumer()) : Optional.empty();
        }

        private static Description consumer() {
            return new Description(
                    AdministrationServer.OPERATOR,
                    "consumer",
                    "",
                    "Example Mobile",
                    "Example",
                    Protection.RANDOM_KEYS,
                    5,
                    Set.of("usim"),
                    Set.of("imsi", "ki"),
                    12_000,
                    Instant.EPOCH);
        }
    }
}
