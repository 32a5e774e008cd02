/** Reports to text: what the user sees, at the terminal's width, in colour only on a terminal. */
package dev.tutti.shell.display;
