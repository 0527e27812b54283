package org.mintline.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;

/** Translation only: what is asked is handed to a role, and no table is seen from here. */
@AnalyzeClasses(packages = "org.mintline.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule knows_no_database = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule sees_no_entity =
            noClasses().should().dependOnClassesThat().areAnnotatedWith(Entity.class);

    @ArchTest
    static final ArchRule sees_no_messaging_and_no_device =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("jakarta.jms..", "org.mintline.device..");

    @ArchTest
    static final ArchRule packages_stand_on_one_another_without_cycles =
            slices().matching("org.mintline.web.(*)..").should().beFreeOfCycles();
}
