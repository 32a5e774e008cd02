package dev.tutti.engine.codec;

/** Stands for the receiving engine's own variable of a name, as {@link Referable} stands for a value kept there. */
public interface Named {

    /** The variable's name. */
    String name();
}
