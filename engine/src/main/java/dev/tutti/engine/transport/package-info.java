/** Frames over a blocking channel: one thread reads, one writes; user threads never touch the channel. */
package dev.tutti.engine.transport;
