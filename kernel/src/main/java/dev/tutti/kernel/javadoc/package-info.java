/** The pages of a library's Javadoc, back to comments as they stand in source; with the shell's help the only room that knows jsoup. */
package dev.tutti.kernel.javadoc;
