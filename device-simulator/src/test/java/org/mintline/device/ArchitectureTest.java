package org.mintline.device;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The other side of the wire: it shares the bytes of the standards with the server, and nothing else. */
@AnalyzeClasses(packages = "org.mintline.device", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule knows_neither_jakarta_nor_the_server = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta..")
                    .or(resideInAPackage("org.mintline..")
                            .and(DescribedPredicate.not(
                                    resideInAnyPackage("org.mintline.rsp..", "org.mintline.device..")))));

    @ArchTest
    static final ArchRule packages_stand_on_one_another_without_cycles =
            slices().matching("org.mintline.device.(*)..").should().beFreeOfCycles();
}
