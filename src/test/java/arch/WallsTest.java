package arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom (docs/architecture.md, rooms). */
@AnalyzeClasses(
        packages = {"hub", "routes", "store", "web", "outage", "notices", "preferences", "mapping", "sap"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

    private static final String CAMEL = "org.apache.camel..";
    private static final String SPRING = "org.springframework..";
    private static final String[] SQL = {"java.sql..", "javax.sql..", "org.springframework.jdbc.."};

    @ArchTest
    static final ArchRule THE_DOMAIN_IS_PLAIN_JAVA = noClasses()
            .that()
            .resideInAPackage("outage..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "outage..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..")
            .because("rules must be readable and testable without a framework."
                    + " Declare an interface in outage and let store, mapping or routes implement it");

    @ArchTest
    static final ArchRule WHO_IS_TOLD_IS_PLAIN_JAVA = noClasses()
            .that()
            .resideInAnyPackage("notices..", "preferences..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "outage..", "notices..", "preferences..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..")
            .because("who is told what must be readable and testable without a framework."
                    + " Declare an interface here and let store, mapping or routes implement it");

    @ArchTest
    static final ArchRule CHOICES_KNOW_NOTHING_OF_NOTICES_AND_OUTAGES = noClasses()
            .that()
            .resideInAPackage("preferences..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("notices..", "outage..")
            .because("notices look at choices, never the other way round");

    @ArchTest
    static final ArchRule MAPPINGS_KNOW_NO_FRAMEWORK_BUT_THEIR_ENGINES = noClasses()
            .that()
            .resideInAPackage("mapping..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CAMEL, SPRING, "java.sql..", "routes..", "store..", "web..", "hub..")
            .because(
                    "a mapping must be tried without starting a hub. Pass what it needs as a parameter; hub makes the bean");

    @ArchTest
    static final ArchRule ROUTES_KNOW_NO_SQL = noClasses()
            .that()
            .resideInAPackage("routes..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SQL)
            .because("SQL stands in store, in plain sight. Add a method to the class of that table family there");

    @ArchTest
    static final ArchRule ROUTES_KNOW_NO_WEB = noClasses()
            .that()
            .resideInAPackage("routes..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("web..", "hub..")
            .because("settings come to routes as properties, and HTTP doors call routes by an interface in outage");

    @ArchTest
    static final ArchRule THE_STORE_KNOWS_NO_ROUTES = noClasses()
            .that()
            .resideInAPackage("store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CAMEL, "routes..", "web..", "hub..", "jakarta.jms..")
            .because("the database is asked, it does not ask. Return what the caller needs and let it send");

    @ArchTest
    static final ArchRule HTTP_DOORS_KNOW_NEITHER_CAMEL_NOR_SQL = noClasses()
            .that()
            .resideInAPackage("web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CAMEL, "java.sql..", "javax.sql..", "org.springframework.jdbc..", "routes..", "hub..")
            .because("a controller checks and hands on. Send by an interface that routes implement (outage.Intake),"
                    + " read by a class of store");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_LAB = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("lab..")
            .because("the lab plays the neighbours of a hub that does not know it is played with");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_HOW_THE_HUB_IS_WIRED = noClasses()
            .that()
            .resideOutsideOfPackage("hub..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("hub..")
            .because(
                    "hub knows all rooms; a room takes what it needs by its constructor, as plain values or interfaces");

    @ArchTest
    static final ArchRule THE_SAP_COMPONENT_COULD_BE_TAKEN_OUT = noClasses()
            .that()
            .resideInAPackage("sap..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    SPRING,
                    "outage..",
                    "mapping..",
                    "routes..",
                    "store..",
                    "web..",
                    "hub..",
                    "java.sql..",
                    "javax.sql..")
            .because("Red Hat's camel-sap takes its place, and that knows nothing of the hub either");

    @ArchTest
    static final ArchRule THE_STUB_OF_JCO_KNOWS_NO_CAMEL = noClasses()
            .that()
            .resideInAPackage("sap.jco..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CAMEL)
            .because("it has JCo's shape, and JCo knows no Camel");
}
