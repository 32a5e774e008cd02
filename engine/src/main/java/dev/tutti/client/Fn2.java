package dev.tutti.client;

import java.io.Serializable;
import java.util.function.BiFunction;

/** A {@code BiFunction} that can travel; see {@link Call}. */
@FunctionalInterface
public interface Fn2<A, B, R> extends BiFunction<A, B, R>, Serializable {}
