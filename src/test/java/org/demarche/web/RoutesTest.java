package org.demarche.web;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.util.function.Predicate;
import org.demarche.help.HelpPages;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private static final DescribedPredicate<JavaMethod> ROUTES =
            describe("are routes", method -> method.isMetaAnnotatedWith(HttpMethod.class));

    @Test
    void everyRouteSaysWhichRoleItNeeds() {
        methods().that(ROUTES).should(sayWhoMayCall())
                .because("a route is never guarded by its path, and one that says nothing is refused at run time")
                .check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.demarche"));
    }

    @Test
    void everyRouteIsSeenByTheServer() {
        methods().that(ROUTES).should().bePublic()
                .andShould().beDeclaredInClassesThat().arePublic()
                .because("the server passes over handlers that are not public, and answers 404")
                .check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.demarche"));
    }

    @Test
    void everyFormThatComesBackChecksItsToken() {
        methods().that().areAnnotatedWith(FormComesBack.class).should(belongToAClassThatChecksTheToken())
                .because("the guard leaves the token of such a form to its handler")
                .check(new ClassFileImporter().importPackages("org.demarche"));
    }

    private static ArchCondition<JavaMethod> sayWhoMayCall() {
        return condition("say who may call them", method -> {
            boolean open = method.getOwner().isEquivalentTo(HelpPages.class) && method.isAnnotatedWith(PermitAll.class);
            return open || method.isAnnotatedWith(RolesAllowed.class) || method.getOwner().isAnnotatedWith(RolesAllowed.class);
        });
    }

    private static ArchCondition<JavaMethod> belongToAClassThatChecksTheToken() {
        return condition("belong to a class that checks the token", method -> method.getOwner().getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(FormToken.class) && call.getName().equals("check")));
    }

    private static ArchCondition<JavaMethod> condition(String description, Predicate<JavaMethod> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                events.add(new SimpleConditionEvent(method, holds.test(method), method.getFullName()));
            }
        };
    }
}
