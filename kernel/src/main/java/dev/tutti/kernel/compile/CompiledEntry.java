package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.EntryPoint;
import java.util.List;
import java.util.Objects;

/**
 * An entry point and what it surely reads.
 *
 * @param entry what the engines call
 * @param reads variables whose value it needs whatever happens: those read unconditionally and not assigned before by
 *     this entry. Other reads are checked at the engine, where they happen.
 */
public record CompiledEntry(EntryPoint entry, List<SessionVariable> reads) {

    public CompiledEntry {
        Objects.requireNonNull(entry, "entry");
        reads = List.copyOf(reads);
    }
}
