/**
 * Carries frames between the controller and its peers: over Unix domain sockets with Netty, and in memory. Knows no
 * meaning. The only room that knows Netty.
 */
package dev.tutti.kernel.transport;
