/**
 * Java to class files, once per cell: the only room that knows JShell. A recording execution control makes compilation a
 * function from cell to class files; nothing here touches a network or waits for an engine.
 */
package dev.tutti.kernel.compile;
