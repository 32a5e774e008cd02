/** Many outcomes to few groups: equal ones of several engines become one, with the engines' numbers as ranges. */
package dev.tutti.kernel.fold;
