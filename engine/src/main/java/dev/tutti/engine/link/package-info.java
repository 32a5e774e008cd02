/** A client's connection to the controller. */
package dev.tutti.engine.link;
