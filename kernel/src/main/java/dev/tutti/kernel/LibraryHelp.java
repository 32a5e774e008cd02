package dev.tutti.kernel;

import dev.tutti.kernel.compile.CodeAnalysis;
import dev.tutti.kernel.compile.Documentation;
import dev.tutti.kernel.magic.FoundSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sources and Javadoc of what is on the class path. Sources of libraries are fetched when they are first asked for. */
final class LibraryHelp {

    private static final Pattern COMMENT = Pattern.compile("(?s)\\s*/\\*\\*(.*?)\\*/.*");

    private final CodeAnalysis analysis;
    private final KernelLibraries libraries;
    private final Consumer<String> note;
    private final Duration patience;

    LibraryHelp(CodeAnalysis analysis, KernelLibraries libraries, Consumer<String> note, Duration patience) {
        this.analysis = analysis;
        this.libraries = libraries;
        this.note = note;
        this.patience = patience;
    }

    /** The source of what a name means, decompiled if there is nothing better. */
    Optional<FoundSource> source(String subject) {
        Optional<String> written = written(subject);
        return written.isPresent()
                ? written.map(FoundSource::written)
                : new DecompiledSource(libraries, note).of(analysis.sourcePlaces(subject, patience));
    }

    private Optional<String> written(String subject) {
        Optional<String> source = analysis.source(subject, patience);
        return source.isPresent() || !fetchSources(subject) ? source : analysis.source(subject, patience);
    }

    private boolean fetchSources(String subject) {
        return origins(subject).anyMatch(jar -> libraries.fetch(jar, "sources").isPresent());
    }

    /** The jars and folders of the class path where the source would be. */
    private Stream<Path> origins(String subject) {
        return analysis.sourcePlaces(subject, patience).stream()
                .flatMap(place -> place.origin().stream())
                .distinct();
    }

    /** What is known of a name or expression; the comment is the source's where the compiler knows none. */
    List<Documentation> documentation(String subject) {
        List<Documentation> known = analysis.documentation(subject, subject.length(), true, patience);
        boolean silent = known.size() == 1 && known.getFirst().javadoc().isEmpty();
        if (!silent || origins(subject).findAny().isEmpty()) {
            return known;
        }
        Documentation only = known.getFirst();
        return written(subject)
                .map(COMMENT::matcher)
                .filter(Matcher::matches)
                .map(matcher ->
                        matcher.group(1).replaceAll("(?m)^\\s*\\*? ?", "").strip())
                .map(comment -> List.of(new Documentation(only.signature(), comment, only.activeParameter())))
                .orElse(known);
    }
}
