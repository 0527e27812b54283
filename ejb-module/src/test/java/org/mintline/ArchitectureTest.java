package org.mintline;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.ejb.ApplicationException;
import jakarta.persistence.Entity;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules that hold this module together. A room is a package directly below {@code org.mintline}, with all below it. */
@AnalyzeClasses(packages = "org.mintline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Pattern ROOM = Pattern.compile("org\\.mintline\\.(\\w+)(\\..*)?");

    @ArchTest
    static final ArchRule knows_nothing_of_the_web_and_of_messaging = noClasses()
            .that()
            .resideOutsideOfPackages("org.mintline.rsp..", "org.mintline.device..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.servlet..",
                    "jakarta.ws.rs..",
                    "jakarta.faces..",
                    "jakarta.jms..",
                    "org.mintline.web..",
                    "org.mintline.messaging..");

    @ArchTest
    static final ArchRule rooms_stand_on_one_another_without_cycles =
            slices().matching("org.mintline.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule rooms_reach_one_another_through_what_stands_in_front = classes()
            .that()
            .resideOutsideOfPackages("org.mintline.rsp..", "org.mintline.device..")
            .should(onlyUseTheFrontOfOtherRooms());

    @ArchTest
    static final ArchRule entities_stay_in_their_room_and_do_not_query = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should(beUsedInTheirRoomOnly())
            .andShould(notDependOn("jakarta.persistence.EntityManager", "jakarta.persistence.Query"));

    /** The stream of a query holds its statement until the transaction ends, unless it is closed. */
    @ArchTest
    static final ArchRule queries_give_bounded_lists_and_no_open_streams = noClasses()
            .should()
            .callMethod(Query.class, "getResultStream")
            .orShould()
            .callMethod(TypedQuery.class, "getResultStream");

    @ArchTest
    static final ArchRule only_notifications_and_a_local_provisioning_server_call_out = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.mintline.notification..", "org.mintline.factory.local..", "org.mintline.device..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..");

    @ArchTest
    static final ArchRule time_comes_in_by_a_clock = noClasses()
            .that()
            .resideOutsideOfPackages("org.mintline.device..")
            .and()
            .doNotHaveFullyQualifiedName("org.mintline.configuration.SystemClock")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule failures_reach_the_callers_of_beans_unwrapped = classes()
            .that()
            .areAssignableTo(RuntimeException.class)
            .and()
            .resideOutsideOfPackages("org.mintline.rsp..", "org.mintline.device..")
            .should(beAnnotatedWith(ApplicationException.class));

    @ArchTest
    static final ArchRule nothing_is_printed = noClasses()
            .that()
            .resideOutsideOfPackages("org.mintline.device..")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    private static String room(JavaClass javaClass) {
        Matcher matcher = ROOM.matcher(javaClass.getPackageName());
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static boolean isFrontOf(JavaClass javaClass, String room) {
        return javaClass.getPackageName().equals("org.mintline." + room);
    }

    private static ArchCondition<JavaClass> onlyUseTheFrontOfOtherRooms() {
        return new ArchCondition<>("only use what stands in front of other rooms: public, no entity") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                    JavaClass used = dependency.getTargetClass().getBaseComponentType();
                    String room = room(used);
                    boolean other = !room.isEmpty() && !room.equals("rsp") && !room.equals(room(user));
                    boolean hidden = !isFrontOf(used, room)
                            || annotatedWith(Entity.class).test(used);
                    if (other && hidden) {
                        events.add(SimpleConditionEvent.violated(user, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> beUsedInTheirRoomOnly() {
        return new ArchCondition<>("be used in their room only") {
            @Override
            public void check(JavaClass entity, ConditionEvents events) {
                for (Dependency dependency : entity.getDirectDependenciesToSelf()) {
                    if (!room(dependency.getOriginClass()).equals(room(entity))) {
                        events.add(SimpleConditionEvent.violated(entity, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> notDependOn(String... classNames) {
        return new ArchCondition<>("not depend on " + String.join(", ", classNames)) {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                    for (String name : classNames) {
                        if (dependency.getTargetClass().isAssignableTo(name)) {
                            events.add(SimpleConditionEvent.violated(user, dependency.getDescription()));
                        }
                    }
                }
            }
        };
    }
}
