/** Class files become classes: one loader for each session, redefinition through the agent. */
package dev.tutti.engine.load;
