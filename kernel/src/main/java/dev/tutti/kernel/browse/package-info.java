/** An object graph at engines as a tree whose levels are asked for one by one, and what in Java leads to its objects. */
package dev.tutti.kernel.browse;
