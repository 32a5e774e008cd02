/** The {@code tutti} command line. */
package dev.tutti.shell.cli;
