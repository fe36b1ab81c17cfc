package routes;

import java.util.List;
import java.util.Random;

/** Names of headers that change what Camel does, or did in one version or another. */
public final class CamelNames {

    static final List<String> ALL = List.of(
            "CamelBeanMethodName",
            "CamelHttpUri",
            "CamelHttpPath",
            "CamelHttpQuery",
            "CamelHttpMethod",
            "CamelJmsDestinationName",
            "CamelJmsDestination",
            "CamelFileName",
            "CamelExecCommandExecutable",
            "CamelSqlQuery",
            "CamelFreemarkerResourceUri",
            "CamelFreemarkerTemplate",
            "CamelToDynamicUri",
            "CamelRedelivered");

    private CamelNames() {}

    /** One of them, in any casing. */
    public static String any(Random random) {
        var made = new StringBuilder();
        ALL.get(random.nextInt(ALL.size()))
                .chars()
                .forEach(c -> made.append(
                        (char) (random.nextBoolean() ? Character.toUpperCase(c) : Character.toLowerCase(c))));
        return made.toString();
    }
}
