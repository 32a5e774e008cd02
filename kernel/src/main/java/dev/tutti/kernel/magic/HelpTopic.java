package dev.tutti.kernel.magic;

import dev.tutti.kernel.compile.Documentation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The answer to {@code subject?}.
 *
 * @param subject what was asked about
 * @param facts lines known of it, as {@code Type: int}
 * @param documentation signatures with Javadoc, all overloads
 * @param source the source, if asked for and known
 */
public record HelpTopic(
        String subject, List<String> facts, List<Documentation> documentation, Optional<FoundSource> source) {

    public HelpTopic {
        Objects.requireNonNull(subject, "subject");
        facts = List.copyOf(facts);
        documentation = List.copyOf(documentation);
        Objects.requireNonNull(source, "source");
    }
}
