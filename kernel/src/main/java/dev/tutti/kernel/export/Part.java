package dev.tutti.kernel.export;

import java.util.List;

/** What a piece of a cell is in a class. */
sealed interface Part {

    /** An import, without the word. */
    record Import(String name) implements Part {}

    /**
     * A method or a type.
     *
     * @param name its name
     * @param key what only one member of a class can have: a type's name, a method's with its parameters
     * @param text its declaration, static if it can be
     */
    record Member(String name, String key, String text) implements Part {}

    /**
     * One declaration of variables.
     *
     * @param lead the comments above it
     */
    record Variables(String lead, List<Variable> variables) implements Part {}

    /**
     * A variable.
     *
     * @param type as written: {@code var} if it is not
     * @param value an expression; empty if there is none
     */
    record Variable(String type, String name, String value) {}

    /** What runs. @param attempts ways to write it, the best first; not all need compile */
    record Statement(List<String> attempts) implements Part {}
}
