package dev.tutti.kernel.magic;

import java.util.Objects;
import java.util.Optional;

/**
 * The source of something.
 *
 * @param text as it was written, or as a decompiler has guessed it
 * @param decompiledFrom what the class files are from, {@code a-1.0.jar}; empty for what was written
 */
public record FoundSource(String text, Optional<String> decompiledFrom) {

    public FoundSource {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(decompiledFrom, "decompiledFrom");
    }

    /** Source as somebody wrote it. */
    public static FoundSource written(String text) {
        return new FoundSource(text, Optional.empty());
    }
}
