/** The user's values to parcels and back: raw arrays, lambdas, object graphs, and the spool folder for what is large. */
package dev.tutti.engine.codec;
