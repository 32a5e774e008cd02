/**
 * Which engines there are, and what is asked of them. The decisions are a state machine without I/O (events and the time
 * in, instructions out); {@link dev.tutti.kernel.controller.Controller} runs it on one thread.
 */
package dev.tutti.kernel.controller;
