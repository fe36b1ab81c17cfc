package arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** All Spring tests of the build share a few contexts, for each costs ten seconds and more. */
@AnalyzeClasses(
        packages = {"hub", "routes", "store", "web", "outage", "mapping", "notices", "preferences", "wms", "sap", "lab"
        },
        importOptions = ImportOption.OnlyIncludeTests.class)
class ContextsTest {

    private static final int MOST = 4;

    @ArchTest
    static void thereAreFourAtMost(JavaClasses tests) {
        assertThat(tests.stream().filter(type -> type.isAnnotatedWith(SpringBootTest.class)))
                .as("kinds of whole-hub tests: use hub.HubTest")
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(MOST);
    }

    @ArchTest
    static final ArchRule A_TEST_BEARS_ONE_OF_THE_SHARED_ANNOTATIONS = noClasses()
            .that(DescribedPredicate.not(DescribedPredicate.describe("are annotations", JavaClass::isAnnotation)))
            .should()
            .beAnnotatedWith(SpringBootTest.class)
            .orShould()
            .beAnnotatedWith(TestPropertySource.class)
            .orShould()
            .beAnnotatedWith(DirtiesContext.class)
            .because("a context of its own costs ten seconds: use hub.HubTest, or test without Spring");

    @ArchTest
    static final ArchRule NO_TEST_CHANGES_A_BEAN = noFields()
            .should()
            .beAnnotatedWith(MockitoBean.class)
            .orShould()
            .beAnnotatedWith(MockitoSpyBean.class)
            .because("it would make a second context: give the mock to the class by its constructor, without Spring");
}
