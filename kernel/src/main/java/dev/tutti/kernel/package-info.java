/** The kernel's facade: what front ends talk to. */
package dev.tutti.kernel;
