package org.mintline.rsp;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Bytes in, bytes out: this library knows neither Jakarta nor where its input comes from. */
@AnalyzeClasses(packages = "org.mintline.rsp", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule knows_neither_jakarta_nor_the_rest_of_the_product = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta..")
                    .or(resideInAPackage("org.mintline..")
                            .and(DescribedPredicate.not(resideInAPackage("org.mintline.rsp..")))));

    @ArchTest
    static final ArchRule opens_no_file_no_connection_and_no_database = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.nio.file..", "java.nio.channels..", "java.sql..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.(File.*|RandomAccessFile)");

    @ArchTest
    static final ArchRule packages_stand_on_one_another_without_cycles =
            slices().matching("org.mintline.rsp.(*)..").should().beFreeOfCycles();
}
