package arch;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;

/** How code of this house is written, as far as a test can see it. */
@AnalyzeClasses(
        packages = {"hub", "routes", "store", "web", "outage", "mapping", "sap"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class HabitsTest {

    private static final Set<String> CLOCKS = Set.of(
            Instant.class.getName(),
            LocalDate.class.getName(),
            LocalDateTime.class.getName(),
            OffsetDateTime.class.getName(),
            ZonedDateTime.class.getName());

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_ONE_CLOCK = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("outage.HubClock")
            .should()
            .callMethodWhere(target(name("now"))
                    .and(target(owner(DescribedPredicate.describe(
                            "is a date or time", (JavaClass type) -> CLOCKS.contains(type.getName()))))))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethodWhere(target(nameMatching("system.*")).and(target(owner(name(Clock.class.getName())))))
            .orShould()
            .callConstructor(Date.class)
            .because("the lab speeds time up. Take outage.HubClock by the constructor and ask it");

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .because("what a class needs stands in its constructor, and the field is final");

    @ArchTest
    static final ArchRule NO_BEAN_KNOWS_THE_EXCHANGE = methods()
            .that()
            .areDeclaredInClassesThat(DescribedPredicate.describe(
                    "implement nothing of Camel's", (JavaClass type) -> type.getAllRawInterfaces().stream()
                            .noneMatch(face -> face.getPackageName().startsWith("org.apache.camel"))))
            .should(notTakeAnExchange())
            .because("work is in beans that know no Camel: take @Body, @Header or plain parameters");

    @ArchTest
    static final ArchRule ROUTES_HOLD_VERBS_ONLY = noClasses()
            .that()
            .areAssignableTo(RouteBuilder.class)
            .should()
            .callMethodWhere(target(name("process"))
                    .and(DescribedPredicate.describe(
                            "takes a Processor", call -> call.getTarget().getRawParameterTypes().stream()
                                    .anyMatch(type -> type.isEquivalentTo(Processor.class)))))
            .because("a processor in a route cannot be tested alone: make it a bean's method and call .bean(…)");

    @ArchTest
    static final ArchRule NO_ADDRESS_IS_MADE_FROM_A_MESSAGE = noClasses()
            .should()
            .callMethodWhere(target(nameMatching("toD|recipientList|routingSlip|dynamicRouter|pollEnrich")))
            .because("who writes the message would choose where it goes. Name the endpoint in hub.endpoints.*");

    @ArchTest
    static final ArchRule A_BUILDER_HAS_THREE_ROUTES_AT_MOST = noClasses()
            .that()
            .areAssignableTo(RouteBuilder.class)
            .should(haveMoreThanThreeFroms())
            .because("god routes grow from builders: put the fourth into a class of its own");

    private static ArchCondition<JavaMethod> notTakeAnExchange() {
        return new ArchCondition<>("not take an Exchange") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var takes =
                        method.getRawParameterTypes().stream().anyMatch(type -> type.isAssignableTo(Exchange.class));
                events.add(new SimpleConditionEvent(method, !takes, method.getFullName() + " takes an Exchange"));
            }
        };
    }

    private static ArchCondition<JavaClass> haveMoreThanThreeFroms() {
        return new ArchCondition<>("have more than three from()") {
            @Override
            public void check(JavaClass builder, ConditionEvents events) {
                var froms = builder.getMethodCallsFromSelf().stream()
                        .filter(call -> "from".equals(call.getName()))
                        .count();
                events.add(new SimpleConditionEvent(builder, froms > 3, builder.getName() + " has " + froms));
            }
        };
    }
}
