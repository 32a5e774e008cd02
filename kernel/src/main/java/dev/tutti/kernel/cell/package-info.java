/** Text to cell: the Java lexer, what is a magic, help or a shell line, where a cell is cut into steps. Pure text. */
package dev.tutti.kernel.cell;
