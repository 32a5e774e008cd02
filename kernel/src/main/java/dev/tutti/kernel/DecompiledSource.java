package dev.tutti.kernel;

import dev.tutti.kernel.compile.SourcePlace;
import dev.tutti.kernel.decompile.Decompiler;
import dev.tutti.kernel.decompile.DecompilerException;
import dev.tutti.kernel.decompile.TypeFiles;
import dev.tutti.kernel.deps.Coordinates;
import dev.tutti.kernel.deps.DependencyException;
import dev.tutti.kernel.magic.FoundSource;
import dev.tutti.kernel.magic.Libraries;
import dev.tutti.kernel.magic.MagicException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Source of types that came without any: a decompiler's. Used on the thread that runs the cell. */
final class DecompiledSource {

    private final Libraries libraries;
    private final Consumer<String> note;

    /** @param note hears why there is none */
    DecompiledSource(Libraries libraries, Consumer<String> note) {
        this.libraries = libraries;
        this.note = note;
    }

    /** What the first of these places has that can be decompiled. */
    Optional<FoundSource> of(List<SourcePlace> places) {
        if (places.isEmpty()) {
            return Optional.empty();
        }
        String first = places.getFirst().outermost();
        try {
            Decompiler decompiler = new Decompiler(libraries.program(Coordinates.parse(Decompiler.COORDINATES)));
            for (SourcePlace place : places) {
                Optional<String> text = decompiled(place, decompiler);
                if (text.isPresent()) {
                    return text.map(java -> new FoundSource(java, Optional.of(origin(place))));
                }
            }
        } catch (DependencyException | MagicException e) {
            note.accept(first + " came without sources, and the decompiler " + Decompiler.COORDINATES
                    + ", which would show it, is not there. " + e.getMessage());
        } catch (IOException | DecompilerException e) {
            note.accept(first + " came without sources, and cannot be decompiled. " + e.getMessage());
        }
        return Optional.empty();
    }

    private Optional<String> decompiled(SourcePlace place, Decompiler decompiler)
            throws IOException, DecompilerException {
        List<byte[]> classes = place.origin().isPresent()
                ? TypeFiles.of(place.origin().get(), place.path())
                : TypeFiles.ofJdk(place.module(), place.path());
        return classes.isEmpty() ? Optional.empty() : place.in(decompiler.source(classes, libraries.classPath()));
    }

    private static String origin(SourcePlace place) {
        return place.origin().map(Path::getFileName).map(Path::toString).orElse("the JDK's " + place.module());
    }
}
