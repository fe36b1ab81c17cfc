package mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.impl.Scope;

/**
 * The variables of one run of a JSLT mapping. JSLT comes by here at each call of a function of the mapping's own and whenever a
 * variable is set, and has no other place where a run can be stopped.
 */
final class CallScope extends Scope {

    /** A call takes some 1.5 KB of a stack of 1 MB; a walk through anything that contracts allow is far from it. */
    private static final int DEEPEST = 300;

    private final int maxChars;
    private int depth;

    /** @param variables how many there are outside of functions */
    CallScope(int variables, int maxChars) {
        super(variables);
        this.maxChars = maxChars;
    }

    /** What a run may not do; {@link Run} says it in the words of its mapping. */
    static final class Beyond extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final MappingException.Code code;

        private Beyond(MappingException.Code code) {
            super(code.name());
            this.code = code;
        }

        MappingException.Code code() {
            return code;
        }
    }

    @Override
    public void enterFunction(int variables) {
        Run.check();
        depth++;
        if (depth > DEEPEST) {
            throw new Beyond(MappingException.Code.MAPPING_TOO_DEEP);
        }
        super.enterFunction(variables);
    }

    @Override
    public void leaveFunction() {
        depth--;
        super.leaveFunction();
    }

    /** What doubles at each call is found here long before the watch looks. */
    @Override
    public void setValue(int slot, JsonNode value) {
        var size = value.isTextual() ? value.textValue().length() : value.size();
        if (size > maxChars) {
            throw new Beyond(MappingException.Code.MAPPING_TOO_BIG);
        }
        super.setValue(slot, value);
    }
}
