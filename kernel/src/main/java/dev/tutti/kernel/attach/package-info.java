/** JVMs that run already: which there are, what they are, and how an engine gets into one. The only room that knows the JDK's Attach API, at first use only. */
package dev.tutti.kernel.attach;
