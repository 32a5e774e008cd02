/** The debugger: what is said at its prompt, and the JDK's debug interface behind it, loaded at first use. */
package dev.tutti.kernel.debug;
