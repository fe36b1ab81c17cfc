package mapping;

import static mapping.MappingException.Code.MAPPING_TOO_BIG;
import static mapping.MappingException.Code.MAPPING_TOO_DEEP;
import static mapping.MappingException.Code.MAPPING_TOO_SLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A mapping that never ends, or makes too much, is a refused message (rules.md §3), and its thread can do the next one. */
class MappingLimitsTest {

    private static final Limits SHORT = new Limits(Duration.ofMillis(300), 1_000_000);
    /** Enough time to make too much, on a busy machine too. */
    private static final Limits SMALL = new Limits(Duration.ofMinutes(1), 100_000);

    private static final JsonNode MESSAGE = Canonical.tree(Map.of("outage", "O-1"));
    private static final String ANY_SCHEMA = "{}";
    private static final String ANY_XSD =
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="o"/></xs:schema>
            """;
    private static final String LAYOUT =
            """
            <beanio xmlns="http://www.beanio.org/2012/03">
              <stream name="x" format="fixedlength">
                <record name="line" class="map"><field name="text" length="1000"/></record>
              </stream>
            </beanio>
            """;

    static Arguments[] jslt() {
        return new Arguments[] {
            Arguments.of("calls itself for ever", "def f(x) f($x) f(.)", MAPPING_TOO_DEEP),
            Arguments.of("two call each other for ever", "def f(x) g($x) def g(x) [f($x)] f(.)", MAPPING_TOO_DEEP),
            Arguments.of(
                    "calls itself twice, a hundred deep",
                    "def f(n) if ($n <= 0) 1 else f($n - 1) + f($n - 1) {\"made\": f(100)}",
                    MAPPING_TOO_SLOW),
            Arguments.of("loops in loops in loops", nested(12, "[for ([1,2,3,4,5,6,7,8,9]) %s]"), MAPPING_TOO_SLOW),
            Arguments.of(
                    "doubles a text",
                    "def f(s, n) if ($n == 0) $s else f($s + $s, $n - 1) {\"made\": f(\"0123456789\", 40)}",
                    MAPPING_TOO_BIG),
            Arguments.of(
                    "doubles an array",
                    "def f(s, n) if ($n == 0) $s else f($s + $s, $n - 1) {\"made\": f([1, 2, 3], 40)}",
                    MAPPING_TOO_BIG),
            Arguments.of(
                    "shares branches, a thousand leaves on each of a thousand",
                    "let a = [1,2,3,4,5,6,7,8,9,0] " + shared("bcdefg") + " {\"made\": $g}",
                    MAPPING_TOO_BIG)
        };
    }

    private static String nested(int depth, String loop) {
        var text = "1";
        for (var i = 0; i < depth; i++) {
            text = loop.formatted(text);
        }
        return text;
    }

    /** Each name stands for ten of the one before it. */
    private static String shared(String names) {
        return IntStream.range(0, names.length())
                .mapToObj(i -> {
                    var before = i == 0 ? "a" : names.substring(i - 1, i);
                    return "let " + names.charAt(i) + " = ["
                            + IntStream.range(0, 10).mapToObj(n -> "$" + before).collect(Collectors.joining(", "))
                            + "]";
                })
                .collect(Collectors.joining(" "));
    }

    static Arguments[] freeMarker() {
        return new Arguments[] {
            Arguments.of("a macro calls itself for ever", "<#macro m><@m/></#macro><@m/>", MAPPING_TOO_DEEP),
            Arguments.of(
                    "a function calls itself for ever",
                    "<#function f><#return f()></#function>${f()}",
                    MAPPING_TOO_DEEP),
            Arguments.of("loops and writes nothing", "<#list 1..2000000000 as i></#list>", MAPPING_TOO_SLOW),
            Arguments.of("loops and writes", "<#list 1..2000000000 as i>0123456789</#list>", MAPPING_TOO_BIG),
            Arguments.of("makes one text of 2 GB", "${\"\"?left_pad(2000000000)}", MAPPING_TOO_BIG)
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("jslt")
    void aJsltMappingWithoutEndIsRefused(String claim, String jslt, MappingException.Code code) {
        assertRefused(mapper(code, Map.of("x.jslt", jslt, "x.schema.json", ANY_SCHEMA)), "x/x.jslt", code);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("jslt")
    void soIsOneThatMakesRecords(String claim, String jslt, MappingException.Code code) {
        if (!claim.startsWith("shares")) {
            assertRefused(mapper(code, Map.of("x.jslt", jslt, "x.beanio.xml", LAYOUT)), "x/x.jslt", code);
        }
    }

    @Test
    void tooManyRecordsAreRefused() {
        var jslt = "let a = [1,2,3,4,5,6,7,8,9,0] {\"line\": flatten([for ($a) [for ($a) [for ($a) [for ($a)"
                + " {\"text\": \"x\"}]]]])}";

        assertRefused(
                mapper(MAPPING_TOO_BIG, Map.of("x.jslt", jslt, "x.beanio.xml", LAYOUT)), "x/x.jslt", MAPPING_TOO_BIG);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("freeMarker")
    void aTemplateWithoutEndIsRefused(String claim, String ftl, MappingException.Code code) {
        assertRefused(mapper(code, Map.of("x.ftl", ftl, "x.xsd", ANY_XSD)), "x/x.ftl", code);
    }

    @Test
    void aHundredMegabytesAreTooMuchWhereNobodySaysOtherwise() {
        var jslt = "def f(s, n) if ($n == 0) $s else f($s + $s, $n - 1) {\"made\": f(\"0123456789\", 24)}";
        var mapper =
                new Mappers(new MappingFiles(null)).trial("x", Map.of("x.jslt", jslt, "x.schema.json", ANY_SCHEMA));

        assertRefused(mapper, "x/x.jslt", MAPPING_TOO_BIG);
    }

    @Test
    void aMappingWithinItsLimitsMakesItsMessage() {
        var mapper = mapper(MAPPING_TOO_SLOW, Map.of("x.ftl", "<o>${outage}</o>", "x.xsd", ANY_XSD));

        assertThat(mapper.map(MESSAGE)).isEqualTo("<o>O-1</o>");
    }

    @Test
    void manyThreadsAreHeldToTheirOwnLimits() throws InterruptedException {
        var endless = mapper(MAPPING_TOO_SLOW, Map.of("x.ftl", "<#list 1..2000000000 as i></#list>", "x.xsd", ANY_XSD));
        var short1 = mapper(MAPPING_TOO_SLOW, Map.of("x.ftl", "<o/>", "x.xsd", ANY_XSD));
        var seen = new String[4];
        var threads = IntStream.range(0, seen.length)
                .mapToObj(i -> new Thread(() -> seen[i] = i % 2 == 0 ? refusal(endless) : short1.map(MESSAGE)))
                .toList();
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }

        assertThat(Arrays.asList(seen)).containsExactly("MAPPING_TOO_SLOW", "<o/>", "MAPPING_TOO_SLOW", "<o/>");
    }

    private static String refusal(Mapper mapper) {
        return catchThrowableOfType(MappingException.class, () -> mapper.map(MESSAGE))
                .code()
                .name();
    }

    private static Mapper mapper(MappingException.Code expected, Map<String, String> files) {
        var limits = expected == MAPPING_TOO_SLOW ? SHORT : SMALL;
        return new Mappers(new MappingFiles(null), limits).trial("x", files);
    }

    private static void assertRefused(Mapper mapper, String file, MappingException.Code code) {
        var refused = catchThrowableOfType(MappingException.class, () -> mapper.map(MESSAGE));

        assertThat(refused).as("it must be refused").isNotNull();
        assertThat(refused.code()).as(refused.toString()).isEqualTo(code);
        assertThat(refused.getMessage()).contains(file);
        assertThat(Thread.currentThread().isInterrupted())
                .as("the thread goes on")
                .isFalse();
    }
}
