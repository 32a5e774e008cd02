package dev.tutti.kernel;

import dev.tutti.kernel.compile.CodeAnalysis;
import dev.tutti.kernel.compile.Documentation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sources and Javadoc of what is on the class path. Sources of libraries are fetched when they are first asked for. */
final class LibraryHelp {

    private static final Pattern COMMENT = Pattern.compile("(?s)\\s*/\\*\\*(.*?)\\*/.*");

    private final CodeAnalysis analysis;
    private final KernelLibraries libraries;
    private final Duration patience;

    LibraryHelp(CodeAnalysis analysis, KernelLibraries libraries, Duration patience) {
        this.analysis = analysis;
        this.libraries = libraries;
        this.patience = patience;
    }

    /** The source of what a name means. */
    Optional<String> source(String subject) {
        Optional<String> source = analysis.source(subject, patience);
        Optional<Path> origin = source.isPresent() ? Optional.empty() : analysis.origin(subject, patience);
        return origin.isPresent() && libraries.fetchSources(origin.get()) ? analysis.source(subject, patience) : source;
    }

    /** What is known of a name or expression; the comment is the source's where the compiler knows none. */
    List<Documentation> documentation(String subject) {
        List<Documentation> known = analysis.documentation(subject, subject.length(), true, patience);
        boolean silent = known.size() == 1 && known.getFirst().javadoc().isEmpty();
        if (!silent || analysis.origin(subject, patience).isEmpty()) {
            return known;
        }
        Documentation only = known.getFirst();
        return source(subject)
                .map(COMMENT::matcher)
                .filter(Matcher::matches)
                .map(matcher ->
                        matcher.group(1).replaceAll("(?m)^\\s*\\*? ?", "").strip())
                .map(comment -> List.of(new Documentation(only.signature(), comment, only.activeParameter())))
                .orElse(known);
    }
}
