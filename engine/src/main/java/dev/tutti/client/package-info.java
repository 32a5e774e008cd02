/** What user code may call: in every cell by on-demand import, and in any Java program with the engine's jar. */
package dev.tutti.client;
