package dev.tutti.kernel.compile;

import java.util.Objects;

/**
 * What is known about one element.
 *
 * @param signature as in source, one line
 * @param javadoc its comment as HTML with Javadoc tags, empty if there is none or it was not asked for
 * @param activeParameter the parameter at which the cursor stands, from 0; {@link #NO_PARAMETER} if at none
 */
public record Documentation(String signature, String javadoc, int activeParameter) {

    /** The cursor does not stand at a parameter. */
    public static final int NO_PARAMETER = -1;

    /** The same with the cursor in a call: it stands at a parameter if what is called has this element's name. */
    public Documentation in(CallAtCursor call) {
        boolean called = Header.calledName(signature).equals(call.name());
        return new Documentation(signature, javadoc, called ? call.parameter() : NO_PARAMETER);
    }

    public Documentation {
        Objects.requireNonNull(signature, "signature");
        Objects.requireNonNull(javadoc, "javadoc");
    }
}
