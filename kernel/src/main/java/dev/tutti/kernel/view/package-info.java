/** A compiled step and its targets to outcomes: which engines are meant, what is defined where, the run itself. */
package dev.tutti.kernel.view;
