/** Tasks on the engine's main thread: decoding functions, contexts and their class loaders, names, references, progress. */
package dev.tutti.engine.task;
