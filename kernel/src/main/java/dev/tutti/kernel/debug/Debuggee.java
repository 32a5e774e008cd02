package dev.tutti.kernel.debug;

import java.util.List;

/** A JVM that is being debugged, as the prompt sees it. Its thread stands still while these are called. */
public interface Debuggee {

    /** The variables of a call. @param frame counted from the newest, from 0 */
    List<Local> locals(int frame) throws DebugException;

    /** The value of an expression, as text. @param frame counted from the newest, from 0 */
    String evaluate(int frame, String expression) throws DebugException;

    /** Stops there from now on. @throws DebugException if there is no code */
    void breakAt(CodePlace place) throws DebugException;

    /** Stops there no more. @throws DebugException if it did not */
    void clear(CodePlace place) throws DebugException;

    /** Where it stops. */
    List<CodePlace> breakpoints();

    /** Goes on. */
    void resume(Motion motion);
}
