package dev.tutti.client;

import java.io.Serializable;
import java.util.concurrent.Callable;

/**
 * A {@code Callable} that can travel. Methods that run code elsewhere take this besides {@code Callable}, so that a lambda
 * written in their call is compiled as one that can be sent, also in an ordinary program.
 */
@FunctionalInterface
public interface Call<T> extends Callable<T>, Serializable {}
