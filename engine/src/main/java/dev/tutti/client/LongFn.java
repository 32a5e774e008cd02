package dev.tutti.client;

import java.io.Serializable;
import java.util.function.LongUnaryOperator;

/** A {@code LongUnaryOperator} that can travel; see {@link Call}. */
@FunctionalInterface
public interface LongFn extends LongUnaryOperator, Serializable {}
