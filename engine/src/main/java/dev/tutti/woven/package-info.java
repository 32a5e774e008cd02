/** What the class files of cells call because the kernel wove it in; not for hand-written code. */
package dev.tutti.woven;
