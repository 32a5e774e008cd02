/** Class files back to Java: a decompiler in a class loader of its own, and its text in the user's words. */
package dev.tutti.kernel.decompile;
