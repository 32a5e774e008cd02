/** The engine's main program. */
package dev.tutti.engine;
