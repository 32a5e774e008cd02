package dev.tutti.client;

/**
 * The value that a name has where a call runs: as an argument, or in a list or map that is one, it stands for the
 * engine's own variable, so that {@code view.call(f, Ref.named("x"))} calls {@code f} with each engine's {@code x}. After
 * ipyparallel's Reference.
 */
public sealed interface Ref permits NamedRef {

    /**
     * The value of this name, wherever it is used.
     *
     * @param name a variable, without dots
     */
    static Ref named(String name) {
        return new NamedRef(name);
    }

    /** The name. */
    String name();

    /**
     * The value here, for code that captured the reference.
     *
     * @throws IllegalArgumentException if the name is not defined here
     */
    Object here();
}
