package dev.tutti.client;

import java.io.Serializable;
import java.util.function.Function;

/** A {@code Function} that can travel; see {@link Call}. */
@FunctionalInterface
public interface Fn<A, R> extends Function<A, R>, Serializable {}
