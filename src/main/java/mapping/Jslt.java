package mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.impl.ExpressionImpl;
import com.schibsted.spt.data.jslt.parser.JsltParser;
import com.schibsted.spt.data.jslt.parser.ParserImpl;
import java.io.StringReader;
import java.util.regex.Pattern;

/** One JSLT file, with the hub's own functions beside JSLT's, run within limits. */
final class Jslt {

    /** Where the lexer says in words alone at which sign it gave up. */
    private static final Pattern LEXER = Pattern.compile("at line (\\d+), column (\\d+)");

    static {
        JsltNodes.install();
    }

    private final String name;
    private final ExpressionImpl expression;
    private final Limits limits;

    /**
     * @param name of the mapping file, for messages
     * @throws MappingException when the text is no JSLT
     */
    Jslt(String name, String text, Limits limits) {
        this.name = name;
        this.expression = compile(name, text);
        this.limits = limits;
    }

    private static ExpressionImpl compile(String name, String text) {
        try {
            var calls = new JsltCalls(name, MainframeFunctions.ALL);
            var compiled = (ExpressionImpl) ParserImpl.compileExpression(calls, new JsltParser(new StringReader(text)));
            // JSLT would take them for parameters, of which nobody gives any.
            var unknown =
                    calls.getPreparationContext().scope.getParameterSlots().keySet();
            if (unknown.isEmpty()) {
                return compiled;
            }
            throw MappingException.broken(Place.in(name), "No such variable: " + String.join(", ", unknown), null);
        } catch (JsltException e) {
            throw MappingException.broken(place(name, e), firstLine(e), e);
        }
    }

    private static Place place(String name, JsltException e) {
        var lexer = LEXER.matcher(e.getMessageWithoutLocation());
        return e.getLine() < 1 && lexer.find()
                ? Place.at(name, Integer.valueOf(lexer.group(1)), Integer.valueOf(lexer.group(2)))
                : Place.at(name, e.getLine(), e.getColumn());
    }

    private static String firstLine(JsltException e) {
        return e.getMessageWithoutLocation().lines().findFirst().orElse("");
    }

    String name() {
        return name;
    }

    Limits limits() {
        return limits;
    }

    /** @throws MappingException when the mapping stumbles over this message, or takes more than it may */
    JsonNode apply(JsonNode canonical) {
        return Run.within(limits, name, () -> run(canonical));
    }

    private JsonNode run(JsonNode canonical) {
        try {
            return expression.apply(new CallScope(expression.getStackFrameSize(), limits.maxChars()), canonical);
        } catch (JsltException e) {
            throw MappingException.failed(place(name, e), e.getMessageWithoutLocation(), e);
        }
    }
}
