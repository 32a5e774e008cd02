/** The messages between controller and engine, and their encoding. Used by both ends; knows no socket and no thread. */
package dev.tutti.engine.wire;
