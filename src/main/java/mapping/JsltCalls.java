package mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.filters.DefaultJsonFilter;
import com.schibsted.spt.data.jslt.impl.ClasspathResourceResolver;
import com.schibsted.spt.data.jslt.impl.FunctionDeclaration;
import com.schibsted.spt.data.jslt.impl.FunctionExpression;
import com.schibsted.spt.data.jslt.impl.Location;
import com.schibsted.spt.data.jslt.impl.ParseContext;
import com.schibsted.spt.data.jslt.impl.PreparationContext;
import com.schibsted.spt.data.jslt.impl.RegexpFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** What JSLT compiles with; each call of a built-in function or of one of ours knows where it stands, which JSLT's own do not. */
final class JsltCalls extends ParseContext {

    private final List<FunctionExpression> calls = new ArrayList<>();

    JsltCalls(String source, List<Function> functions) {
        super(
                functions,
                source,
                new ClasspathResourceResolver(),
                new HashMap<>(),
                new ArrayList<>(),
                new PreparationContext(),
                new DefaultJsonFilter());
    }

    @Override
    public void rememberFunctionCall(FunctionExpression call) {
        calls.add(call);
        super.rememberFunctionCall(call);
    }

    @Override
    public void resolveFunctions() {
        super.resolveFunctions();
        for (var call : calls) {
            var function = getFunction(call.getFunctionName());
            if (!isKnownToTheOptimizer(function)) {
                call.resolve(new Located(function, call.getLocation()));
            }
        }
    }

    private static boolean isKnownToTheOptimizer(Function function) {
        return function instanceof FunctionDeclaration
                || function instanceof RegexpFunction
                || function.getName().equals("contains");
    }

    private record Located(Function function, Location location) implements Function {

        @Override
        public String getName() {
            return function.getName();
        }

        @Override
        public int getMinArguments() {
            return function.getMinArguments();
        }

        @Override
        public int getMaxArguments() {
            return function.getMaxArguments();
        }

        @Override
        public JsonNode call(JsonNode input, JsonNode[] arguments) {
            try {
                return function.call(input, arguments);
            } catch (JsltException e) {
                throw e.getLine() > 0 ? e : new JsltException(e.getMessage(), e, location);
            }
        }
    }
}
