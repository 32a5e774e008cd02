package dev.tutti.kernel.debug;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** What the debugger must know of the session. Any thread. */
public interface SessionFacts {

    /**
     * A static member of a class.
     *
     * @param className the binary name
     */
    record Member(String className, String name) {}

    /** A variable that an expression may name. @param type as Java source */
    record Parameter(String type, String name) {}

    /** The field of a variable of the session. */
    Optional<Member> variable(String name);

    /** A line of what is declared under a name, counted from 1. */
    Optional<CodePlace.CellLine> declared(String name, int line);

    /** Whether a method of the session, or of a type of it, has this name. */
    boolean isMethod(String name);

    /** The lines of a cell that have code; none if the cell has no code. */
    SortedSet<Integer> codeLines(int cell);

    /**
     * A place as a line of a cell, or a method.
     *
     * @throws DebugException if there is no code
     */
    default CodePlace existing(CodePlace place) throws DebugException {
        return switch (place) {
            case CodePlace.MethodStart(var name) -> {
                if (!isMethod(name)) {
                    throw new DebugException("No method " + name + " is declared. %who lists what is.");
                }
                yield place;
            }
            case CodePlace.DeclaredLine(var name, int line) ->
                existing(declared(name, line)
                        .orElseThrow(() -> new DebugException(name + " is not declared, or has no line " + line
                                + ". %source " + name + " shows it.")));
            case CodePlace.CellLine(int cell, int line) -> {
                var lines = codeLines(cell);
                if (!lines.contains(line)) {
                    throw new DebugException(
                            lines.isEmpty()
                                    ? "Cell " + cell + " has no code to stop at."
                                    : "There is no code at line " + line + " of cell " + cell + ". It has some at "
                                            + String.join(
                                                    ", ",
                                                    lines.stream()
                                                            .map(Object::toString)
                                                            .toList())
                                            + ".");
                }
                yield place;
            }
        };
    }

    /**
     * Compiles an expression, or a statement, to a static method. Its classes are found by their names from now on.
     *
     * @throws DebugException if it does not compile
     */
    Member compile(String expression, List<Parameter> parameters) throws DebugException;
}
