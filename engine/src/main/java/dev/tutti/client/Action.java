package dev.tutti.client;

import java.io.Serializable;

/** A {@code Runnable} that can travel; see {@link Call}. */
@FunctionalInterface
public interface Action extends Runnable, Serializable {}
