/** Starts engines as processes of this host, watches them, and puts the local cluster together. */
package dev.tutti.kernel.launch;
