/** What a task does on its engine: its function decoded and called, names put and got, its outcome encoded. */
package dev.tutti.engine.task;
