package io.github.orgctl;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.orgctl.cli.startup.OwnClasses;
import io.github.orgctl.core.access.Members;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Sha256;
import io.github.orgctl.core.organization.Projects;
import io.github.orgctl.core.port.MemberRepository;
import io.github.orgctl.core.port.ProjectRepository;
import io.github.orgctl.core.port.Store;
import java.security.GeneralSecurityException;
import java.time.Instant;

/** The layers, and what each of them may know. */
@AnalyzeClasses(packages = "io.github.orgctl", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
    private static final String CLI = "io.github.orgctl.cli..";
    private static final String OUTPUT = "io.github.orgctl.cli.output..";
    private static final String SHAPE = "io.github.orgctl.cli.shape..";
    private static final String TEXT = "io.github.orgctl.cli.text..";
    private static final String JQ = "io.github.orgctl.cli.jq..";
    private static final String LEAVES = "io.github.orgctl.cli.command..";
    private static final String CORE = "io.github.orgctl.core..";
    private static final String MODEL = "io.github.orgctl.core.model..";
    private static final String PORT = "io.github.orgctl.core.port..";
    private static final String SCHEMA = "io.github.orgctl.schema..";
    private static final String STORE = "io.github.orgctl.store..";
    private static final String MONEY = "org.joda.money..";
    private static final String VAULT = "io.github.orgctl.vault..";

    @ArchTest
    static final ArchRule coreKnowsOnlyItselfAndJava = classes()
            .that()
            .resideInAPackage(CORE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(CORE, MONEY, "java..");

    @ArchTest
    static final ArchRule coreKnowsNoDatabase = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..");

    @ArchTest
    static final ArchRule modelKnowsOnlyItself = classes()
            .that()
            .resideInAPackage(MODEL)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(MODEL, MONEY, "java..");

    @ArchTest
    static final ArchRule portKnowsOnlyTheModel = classes()
            .that()
            .resideInAPackage(PORT)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(PORT, MODEL, MONEY, "java..");

    /** What follows from a change of a project is kept with it. */
    @ArchTest
    static final ArchRule projectsChangeInOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Projects.class.getName())
            .should()
            .callMethod(ProjectRepository.class, "insert", Project.class)
            .orShould()
            .callMethod(ProjectRepository.class, "update", Project.class)
            .orShould()
            .callMethod(ProjectRepository.class, "purge", Id.class)
            .orShould()
            .callMethod(ProjectRepository.class, "deleteWithOrganization", Id.class, Instant.class)
            .orShould()
            .callMethod(ProjectRepository.class, "restoreWithOrganization", Id.class, Instant.class);

    /** A member takes a seat with the change that makes it active, and leaves it with the one that ends that. */
    @ArchTest
    static final ArchRule membersChangeInOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Members.class.getName())
            .should()
            .callMethod(MemberRepository.class, "insert", Member.class)
            .orShould()
            .callMethod(MemberRepository.class, "update", Member.class)
            .orShould()
            .callMethod(MemberRepository.class, "remove", Id.class);

    @ArchTest
    static final ArchRule noTwoPackagesKnowEachOther =
            slices().matching("io.github.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule storeKnowsNoCommandLine = noClasses()
            .that()
            .resideInAPackage(STORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CLI, SCHEMA, "picocli..", "com.fasterxml..");

    @ArchTest
    static final ArchRule onlyTheStoreKnowsDatabases = noClasses()
            .that()
            .resideOutsideOfPackages(STORE, "org.sqlite..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.postgresql..");

    @ArchTest
    static final ArchRule schemaKnowsOnlyTheCoreAndItsLibraries = classes()
            .that()
            .resideInAPackage(SCHEMA)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    SCHEMA, CORE, "com.networknt.schema..", "com.fasterxml.jackson..", "com.google.re2j", "java..");

    @ArchTest
    static final ArchRule onlyTheSchemaPackageKnowsTheValidator = noClasses()
            .that()
            .resideOutsideOfPackage(SCHEMA)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.networknt..");

    @ArchTest
    static final ArchRule vaultKnowsOnlyTheCore = noClasses()
            .that()
            .resideInAPackage(VAULT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CLI, STORE, "picocli..", "com.fasterxml..");

    @ArchTest
    static final ArchRule onlyTheVaultKnowsCryptography = noClasses()
            .that()
            .resideOutsideOfPackages(VAULT, "org.sqlite..")
            .and()
            // Java's own hash, which the audit trail and tokens need without a keyset.
            .doNotBelongToAnyOf(Sha256.class)
            .and()
            // What a connection to a server is encrypted with.
            .haveNameNotMatching(".*\\.store\\.postgres\\.(Tls\\w+|PrivateKeyFile)")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "com.google.crypto..", "com.google.protobuf..", "javax.crypto..", "java.security..")
                    // How a connection that can't be encrypted fails.
                    .and(not(type(GeneralSecurityException.class))));

    /** While a pager shows it, the program may be upgraded. */
    @ArchTest
    static final ArchRule outputKnowsOnlyWhatItRenders = noClasses()
            .that()
            .resideInAPackage(OUTPUT)
            .should()
            .dependOnClassesThat(resideInAPackage(CLI)
                    .and(not(resideInAnyPackage(OUTPUT, SHAPE, TEXT, JQ)))
                    .and(not(type(OwnClasses.class))));

    /** What is public there is so for the services. */
    @ArchTest
    static final ArchRule onlyServicesUseTheKernel = noClasses()
            .that()
            .resideInAPackage(CLI)
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "io\\.github\\.orgctl\\.core\\.kernel\\.(Access|AuditTrail|Decision|Locks|Principal|Resolver"
                            + "|Revisions|Suggestion|TokenPrincipal|Trash)(\\$.*)?");

    /** The command line gets what is kept from services. What a token's use needs is kept apart from every verb's work. */
    @ArchTest
    static final ArchRule onlyServicesUseRepositories = noClasses()
            .that()
            .resideInAPackage(CLI)
            .and()
            .haveNameNotMatching("io\\.github\\.orgctl\\.cli\\.verb\\.TokenUse(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("io\\.github\\.orgctl\\.core\\.port\\..*Repository");

    /** The rest reads, or notes that a token was used. */
    @ArchTest
    static final ArchRule onlyTheLifeCycleChangesTheStore = noClasses()
            .that()
            .resideInAPackage(CLI)
            .and()
            .haveNameNotMatching(
                    "io\\.github\\.orgctl\\.cli\\.(verb\\.LifeCycle|verb\\.Batch|verb\\.BatchVerb|verb\\.TokenUse|verb\\.Doctor|verb\\.Workspace|verb\\.WatchedValues|completion\\.StoreCandidates)(\\$.*)?")
            .should()
            .callMethod(Store.class, "inTx", Store.Purpose.class, Store.Work.class);

    @ArchTest
    static final ArchRule onlyTheParserKnowsPicocli = noClasses()
            .that()
            .haveNameNotMatching("io\\.github\\.orgctl\\.cli\\.(app\\.CommandLineParser|parameter\\.Parameter)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule leavesGetWhatTheyNeedHandedIn = noClasses()
            .that()
            .resideInAPackage(LEAVES)
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.lang\\.(System|Runtime|Process.*)|java\\.time\\.Clock|java\\.util\\.UUID")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio..", "java.sql..", STORE, SCHEMA, VAULT, "com.fasterxml..");

    @ArchTest
    static final ArchRule nothingFormatsSlowly = noClasses()
            .that()
            // It silences the driver's logger, which the driver has loaded anyway.
            .doNotHaveSimpleName("PostgresConnector")
            .should()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(String.class, "formatted", Object[].class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.slf4j..");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager");
}
