package dev.tutti.client;

import java.io.Serializable;
import java.util.function.DoubleUnaryOperator;

/** A {@code DoubleUnaryOperator} that can travel; see {@link Call}. */
@FunctionalInterface
public interface DoubleFn extends DoubleUnaryOperator, Serializable {}
