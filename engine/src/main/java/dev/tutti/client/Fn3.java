package dev.tutti.client;

import java.io.Serializable;

/** A function of three arguments that can travel; see {@link Call}. */
@FunctionalInterface
public interface Fn3<A, B, C, R> extends Serializable {

    R apply(A first, B second, C third);
}
