/** Cells in the forms of other programs: a Java class, a notebook. */
package dev.tutti.kernel.export;
