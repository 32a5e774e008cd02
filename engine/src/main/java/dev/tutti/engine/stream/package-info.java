/** The standard streams of user code: what it prints travels to the controller, what it reads comes from there. */
package dev.tutti.engine.stream;
