package org.demarche;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import org.junit.jupiter.api.Test;

/** The rules of docs/architecture.md that a machine can check. A rule that gathers a third exception is deleted, not extended. */
@AnalyzeClasses(packages = "org.demarche", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** From the top: each uses those above it. */
    private static final List<String> FEATURES = List.of("time", "text", "web", "history", "account", "coding", "item", "source", "actor", "event", "statement",
            "timeline", "topic", "collection", "find", "help", "intake", "analysis", "exchange", "api", "command");

    /** The rooms of {@code exchange}, with the others that each may use. A page of a format may use the engine too. */
    private static final Map<String, Set<String>> ROOMS = Map.ofEntries(Map.entry("archive", Set.of()), Map.entry("backup", Set.of("archive")), Map.entry("example", Set.of()),
            Map.entry("in", Set.of()), Map.entry("in.engine", Set.of("in", "example")), Map.entry("in.table", Set.of("in")), Map.entry("in.sheet", Set.of("in", "in.table")),
            Map.entry("in.coded", Set.of("in", "in.table")), Map.entry("in.calendar", Set.of("in", "in.table")), Map.entry("in.slides", Set.of("in", "in.table")),
            Map.entry("in.dna", Set.of("in")), Map.entry("in.archives", Set.of("in", "archive")), Map.entry("out", Set.of()));

    @ArchTest
    static final ArchRule featuresUseOnlyThoseAboveThem = classes().that().resideInAPackage("org.demarche..").should(useOnlyFeaturesAbove())
            .because("packages form one line without cycles: docs/architecture.md, ‘Code map’");

    @ArchTest
    static final ArchRule datesTextsAndQueriesKnowNoFeature = noClasses().that().resideInAnyPackage("org.demarche.time", "org.demarche.text", "org.demarche.item")
            .should().dependOnClassesThat().areAnnotatedWith(Entity.class)
            .orShould().dependOnClassesThat(resideInAnyPackage("jakarta.persistence..", "org.hibernate.."))
            .because("what a list asks and gets is plain Java that tests and the index share: docs/architecture.md, ‘What is absent’");

    @ArchTest
    static final ArchRule onlyTheApiAndTheCommandsUseExchange = noClasses().that().resideOutsideOfPackages("org.demarche.api", "org.demarche.command", "org.demarche.exchange..")
            .should().dependOnClassesThat().resideInAPackage("org.demarche.exchange..")
            .because("import and export are built on the features, which don't know of them: docs/architecture.md, ‘Code map’");

    @ArchTest
    static final ArchRule roomsOfExchangeUseOnlyThoseTheyMay = classes().that().resideInAPackage("org.demarche.exchange..").should(useOnlyRoomsTheyMay())
            .because("a format knows neither the engine nor another format, and what goes in, out and into archives stays apart: docs/architecture.md, ‘Code map’");

    @ArchTest
    static final ArchRule requestsAndTemplatesStayAtTheEdge = noClasses().that().resideOutsideOfPackages("org.demarche.web", "org.demarche.api", "org.demarche.exchange..")
            .and().haveNameNotMatching(".*(Pages|Form|Resource)(\\$.*)?")
            .should().dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs..", "io.quarkus.qute..", "org.jboss.resteasy.."))
            .because("the domain is the same for pages, CSV, JSON and commands: docs/architecture.md, ‘Two ways through the code’");

    @ArchTest
    static final ArchRule entitiesStayInTheirFeature = classes().that().resideInAPackage("org.demarche..").should(useNoEntityOfAnotherFeature())
            .because("templates, CSV and JSON get records, so that an old version is shown by the same code: docs/architecture.md, ‘What is absent’");

    @Test
    void theCodeMapNamesEveryFeatureThatThereIs() throws IOException {
        var architecture = Files.readString(Path.of("docs", "architecture.md"));
        try (var folders = Files.list(Path.of("src", "main", "java", "org", "demarche"))) {
            assertThat(folders.map(folder -> folder.getFileName().toString()).toList()).isSubsetOf(FEATURES)
                    .allSatisfy(feature -> assertThat(architecture).contains("`" + feature + "/`"));
        }
    }

    @Test
    void theCodeMapNamesEveryRoomOfExchange() throws IOException {
        var exchange = Path.of("src", "main", "java", "org", "demarche", "exchange");
        var architecture = Files.readString(Path.of("docs", "architecture.md"));
        try (var files = Files.walk(exchange)) {
            var rooms = files.filter(file -> file.toString().endsWith(".java")).map(file -> exchange.relativize(file.getParent()).toString().replace(exchange.getFileSystem().getSeparator(), ".")).distinct()
                    .filter(room -> !room.isEmpty()).toList();
            assertThat(rooms).containsExactlyInAnyOrderElementsOf(ROOMS.keySet()).allSatisfy(room -> {
                assertThat(architecture).contains("`exchange/" + room.replace('.', '/') + "/`");
                assertThat(exchange.resolve(room.replace('.', '/')).resolve("package-info.java")).exists();
            });
        }
    }

    private static ArchCondition<JavaClass> useOnlyFeaturesAbove() {
        return onEachDependency("use only features above", dependency -> place(dependency.getTargetClass()) > place(dependency.getOriginClass()));
    }

    private static ArchCondition<JavaClass> useOnlyRoomsTheyMay() {
        return onEachDependency("use only rooms they may", dependency -> {
            var own = room(dependency.getOriginClass());
            var other = room(dependency.getTargetClass());
            boolean isPage = own.startsWith("in.") && other.equals("in.engine") && dependency.getOriginClass().getName().matches(".*Pages(\\$.*)?");
            return !other.isEmpty() && !own.equals(other) && !isPage && !ROOMS.getOrDefault(own, Set.of()).contains(other);
        });
    }

    /** Empty outside of {@code exchange}. */
    private static String room(JavaClass type) {
        return type.getPackageName().startsWith("org.demarche.exchange.") ? type.getPackageName().substring("org.demarche.exchange.".length()) : "";
    }

    private static ArchCondition<JavaClass> useNoEntityOfAnotherFeature() {
        return onEachDependency("use no entity of another feature", dependency -> {
            var entity = dependency.getTargetClass();
            var user = dependency.getOriginClass();
            // a citation is a part that entities of several features own
            boolean isPart = entity.getSimpleName().equals("Citation") && (user.isAnnotatedWith(Entity.class) || user.getSimpleName().equals("Affiliations"));
            return entity.isAnnotatedWith(Entity.class) && !entity.getPackageName().equals(user.getPackageName()) && !isPart;
        });
    }

    private static ArchCondition<JavaClass> onEachDependency(String description, java.util.function.Predicate<Dependency> isWrong) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                user.getDirectDependenciesFromSelf().stream().filter(dependency -> dependency.getTargetClass().getPackageName().startsWith("org.demarche."))
                        .filter(isWrong).forEach(dependency -> events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        };
    }

    /** How far down the line a class stands. What is outside of it, as generated classes are, uses and is used by anything. */
    private static int place(JavaClass type) {
        var feature = type.getPackageName().replaceFirst("^org\\.demarche\\.?", "").replaceFirst("\\..*", "");
        return FEATURES.indexOf(feature);
    }
}
