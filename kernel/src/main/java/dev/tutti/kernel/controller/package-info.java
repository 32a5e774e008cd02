/**
 * Which engines there are, and what is asked of them. The decisions are a state machine without I/O (events and the time
 * in, instructions out); {@link dev.tutti.kernel.controller.Controller} runs it on one thread.
 *
 * <p>Loggers are fetched where something goes wrong: the first one costs milliseconds of the start.
 */
package dev.tutti.kernel.controller;
