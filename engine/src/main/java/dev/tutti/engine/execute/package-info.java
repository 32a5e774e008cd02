/** Runs entry points on the engine's main thread, keeps what they leave behind, and stops them. */
package dev.tutti.engine.execute;
