/** Code from repositories: from coordinates to files. The only room that knows MIMA and Maven's resolver, loaded at first use. */
package dev.tutti.kernel.deps;
