/** Keystrokes to cells: the line editor, its history, and the terminal that it reads from. JLine is known here. */
package dev.tutti.shell.line;
