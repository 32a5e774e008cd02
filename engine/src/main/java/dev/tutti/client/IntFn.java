package dev.tutti.client;

import java.io.Serializable;
import java.util.function.IntUnaryOperator;

/** An {@code IntUnaryOperator} that can travel; see {@link Call}. */
@FunctionalInterface
public interface IntFn extends IntUnaryOperator, Serializable {}
