/**
 * What a JVM can tell of itself: counters, heap, threads, recordings. The only room that names the JDK's management beans
 * and its flight recorder; each is loaded at its first use, so that an engine starts without them, and runs on a JDK that
 * has none.
 */
package dev.tutti.engine.measure;
