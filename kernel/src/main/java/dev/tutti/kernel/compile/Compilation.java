package dev.tutti.kernel.compile;

import java.util.List;
import java.util.Objects;

/** What came of compiling a cell. */
public sealed interface Compilation {

    /** It compiles; it must now be committed or rolled back. */
    record Compiled(CompiledCell cell) implements Compilation {
        public Compiled {
            Objects.requireNonNull(cell, "cell");
        }
    }

    /** It does not; the session is as it was before. At least one diagnostic is an error. */
    record Rejected(List<Diagnostic> diagnostics) implements Compilation {
        public Rejected {
            diagnostics = List.copyOf(diagnostics);
        }
    }
}
