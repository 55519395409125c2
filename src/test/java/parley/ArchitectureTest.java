package parley;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import parley.message.MessageCodec;

/** The way of a message goes down through the packages, and none of them looks back up. */
@AnalyzeClasses(packages = "parley", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packages_know_those_below_them_only = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("signaling")
            .definedBy("parley.signaling")
            .layer("relay")
            .definedBy("parley.relay")
            .layer("room")
            .definedBy("parley.room")
            .layer("line")
            .definedBy("parley.line")
            .layer("access")
            .definedBy("parley.access")
            .layer("message")
            .definedBy("parley.message")
            .layer("ops")
            .definedBy("parley.ops")
            .whereLayer("signaling")
            .mayOnlyAccessLayers("message", "line", "room", "access", "ops")
            .whereLayer("relay")
            .mayOnlyAccessLayers("message", "line", "access", "ops")
            .whereLayer("room")
            .mayOnlyAccessLayers("message", "line", "ops")
            .whereLayer("line")
            .mayOnlyAccessLayers("message", "ops")
            .whereLayer("access")
            .mayOnlyAccessLayers("ops")
            .whereLayer("message")
            .mayOnlyAccessLayers("ops")
            .whereLayer("ops")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("parley.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_lines_and_endpoints_touch_the_socket = noClasses()
            .that()
            .areNotAnnotatedWith(ServerEndpoint.class)
            .and()
            .haveNameNotMatching("parley\\.line\\.(Lines|Socket)")
            .should()
            .dependOnClassesThat(equivalentTo(Session.class));

    @ArchTest
    static final ArchRule the_vocabulary_knows_no_container = noClasses()
            .that()
            .resideInAPackage("parley.message")
            .should()
            .dependOnClassesThat(resideInAnyPackage("jakarta.websocket..", "jakarta.servlet.."));

    @ArchTest
    static final ArchRule of_the_vocabulary_only_the_codec_is_a_bean = noClasses()
            .that()
            .resideInAPackage("parley.message")
            .and()
            .doNotBelongToAnyOf(MessageCodec.class)
            .should()
            .dependOnClassesThat(resideInAnyPackage("jakarta.enterprise..", "jakarta.inject.."));

    @ArchTest
    static final ArchRule the_rules_of_a_room_are_pure = noClasses()
            .that()
            .haveFullyQualifiedName("parley.room.Room")
            .or()
            .haveFullyQualifiedName("parley.room.Outcome")
            .or()
            .haveFullyQualifiedName("parley.room.Delivery")
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta..")
                    .or(resideInAPackage("parley.line"))
                    .or(resideInAPackage("java.io..")));

    /** One WAR for all of them: Jakarta EE, MicroProfile Config, its own libraries, and nothing of a server. */
    @ArchTest
    static final ArchRule no_server_is_known = classes()
            .that()
            .resideOutsideOfPackage("parley.launcher")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "",
                    "java..",
                    "javax.crypto..",
                    "jakarta..",
                    "org.eclipse.microprofile.config..",
                    "io.github.bucket4j..",
                    "inet.ipaddr..",
                    "io.micrometer..",
                    "io.prometheus..",
                    "parley.."));

    @ArchTest
    static final ArchRule names_say_what_a_class_does =
            noClasses().should().haveNameMatching(".*(Manager|Service|Impl|Helper|Utils?)");

    @ArchTest
    static final ArchRule endpoints_are_at_the_top = classes()
            .that()
            .areAnnotatedWith(ServerEndpoint.class)
            .should()
            .resideInAnyPackage("parley.signaling", "parley.relay");

    @ArchTest
    static final ArchRule only_lines_keep_time = noClasses()
            .that()
            .resideOutsideOfPackage("parley.line")
            .should()
            .dependOnClassesThat(assignableTo(ScheduledExecutorService.class));

    @ArchTest
    static final ArchRule threads_and_timers_are_the_containers = noClasses()
            .that()
            .resideOutsideOfPackage("parley.launcher")
            .should()
            .callConstructorWhere(target(owner(assignableTo(Thread.class).or(assignableTo(Timer.class)))))
            .orShould()
            .callMethodWhere(target(owner(assignableTo(Executors.class))).and(target(nameMatching("new.*"))))
            .orShould()
            .callMethodWhere(target(owner(assignableTo(CompletableFuture.class)))
                    .and(target(nameMatching(".*Async|orTimeout|completeOnTimeout|delayedExecutor"))))
            .orShould()
            .dependOnClassesThat(assignableTo(ForkJoinPool.class))
            .orShould()
            .dependOnClassesThat(assignableTo(ThreadPoolExecutor.class));
}
