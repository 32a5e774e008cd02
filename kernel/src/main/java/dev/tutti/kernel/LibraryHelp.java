package dev.tutti.kernel;

import dev.tutti.kernel.compile.CodeAnalysis;
import dev.tutti.kernel.compile.Documentation;
import dev.tutti.kernel.compile.ElementComment;
import dev.tutti.kernel.compile.SourcePlace;
import dev.tutti.kernel.javadoc.JavadocJar;
import dev.tutti.kernel.magic.FoundSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Sources and Javadoc of what is on the class path. Sources of libraries are fetched when they are first asked for. */
final class LibraryHelp {

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

    /** What is known of a name or expression; where the compiler knows no comments, those of sources or Javadoc. */
    List<Documentation> documentation(String subject) {
        List<Documentation> known = analysis.documentation(subject, subject.length(), true, patience);
        boolean silent = known.stream().allMatch(one -> one.javadoc().isEmpty());
        if (known.isEmpty() || !silent || origins(subject).findAny().isEmpty()) {
            return known;
        }
        List<ElementComment> comments = comments(subject);
        boolean alone = known.size() == 1 && comments.size() == 1;
        return known.stream()
                .map(one -> comments.stream()
                        .filter(comment -> alone || comment.fits(one.signature()))
                        .findFirst()
                        .map(comment -> new Documentation(one.signature(), comment.text(), one.activeParameter()))
                        .orElse(one))
                .toList();
    }

    private List<ElementComment> comments(String subject) {
        List<ElementComment> written = analysis.comments(subject, patience);
        if (written.isEmpty() && fetchSources(subject)) {
            written = analysis.comments(subject, patience);
        }
        return written.isEmpty() ? fromPages(subject) : written;
    }

    /** Those of Javadoc's pages, where a library has no better. */
    private List<ElementComment> fromPages(String subject) {
        for (SourcePlace place : analysis.sourcePlaces(subject, patience)) {
            Optional<Path> pages = place.origin().flatMap(jar -> beside(jar, "javadoc"));
            try {
                List<ElementComment> comments = pages.isPresent() ? JavadocJar.comments(pages.get(), place) : List.of();
                if (!comments.isEmpty()) {
                    return comments;
                }
            } catch (IOException e) {
                note.accept("The Javadoc of " + place.outermost() + " cannot be read from " + pages.get() + ": "
                        + e.getMessage() + ".");
            }
        }
        return List.of();
    }

    /** A jar that lies beside one of the class path, or is fetched there. */
    private Optional<Path> beside(Path jar, String classifier) {
        Path there =
                jar.resolveSibling(jar.getFileName().toString().replaceFirst("\\.jar$", "-" + classifier + ".jar"));
        return !there.equals(jar) && Files.isReadable(there) ? Optional.of(there) : libraries.fetch(jar, classifier);
    }
}
