package dev.tutti.kernel;

import dev.tutti.engine.target.TargetSpec;
import dev.tutti.engine.wire.CellNumber;
import dev.tutti.kernel.cell.CellParser;
import dev.tutti.kernel.compile.Declaration;
import dev.tutti.kernel.magic.MagicAlias;
import dev.tutti.kernel.magic.MagicCatalog;
import dev.tutti.kernel.magic.ShellMagics;
import dev.tutti.kernel.view.Places;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** What lasts from cell to cell: the compiler, what is defined where, the cells' texts, the default targets. */
final class Session {

    private final CompilerSlot compiler;
    private final Places places = new Places();
    private final MagicCatalog magics;
    private final PxState px = new PxState();
    private final SessionLibraries libraries = new SessionLibraries();
    private final SessionDisplay display = new SessionDisplay();
    private final WorkplaceState workplace;
    private final KernelUserMagics userMagics;
    private final SortedMap<String, List<Declaration>> checkpoints = new ConcurrentSkipListMap<>();
    private final SessionTraces traces = new SessionTraces();
    private final long startedNanos = System.nanoTime();
    private final Map<CellNumber, CellSource> sources = new ConcurrentHashMap<>();
    private volatile int lastCell;
    private volatile TargetSpec defaultTargets = TargetSpec.LOCAL;
    private volatile OptionalInt exitCode = OptionalInt.empty();

    /** @param data where things are kept from session to session */
    Session(CompilerSlot compiler, MagicCatalog magics, Path data) {
        this.compiler = compiler;
        this.magics = magics;
        this.userMagics = new KernelUserMagics(magics);
        this.workplace = new WorkplaceState(data);
        workplace.aliases().all().forEach((name, command) -> magics.add(ShellMagics.alias(name, command)));
        workplace.magicAliases().all().forEach((name, text) -> magics.add(name, MagicAlias.of(text)));
    }

    CompilerSlot compiler() {
        return compiler;
    }

    Places places() {
        return places;
    }

    MagicCatalog magics() {
        return magics;
    }

    /** What it has wished from repositories. */
    SessionLibraries libraries() {
        return libraries;
    }

    /** How long it has been there. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    /** How errors are shown. */
    SessionTraces traces() {
        return traces;
    }

    /** How values are shown. */
    SessionDisplay display() {
        return display;
    }

    /** What lasts from one %px to the next. */
    PxState px() {
        return px;
    }

    /** What was declared when marks were set, by their names. */
    SortedMap<String, List<Declaration>> checkpoints() {
        return checkpoints;
    }

    /** Magics of the user's, and what runs around cells. */
    KernelUserMagics userMagics() {
        return userMagics;
    }

    /** Where the shell works. */
    WorkplaceState workplace() {
        return workplace;
    }

    /** Cuts cells into steps by the magics and names of this session. */
    CellParser parser() {
        return new CellParser(new CatalogNames(magics), this::isName);
    }

    /** Whether a word names something that the user has declared. */
    boolean isName(String word) {
        return compiler.ready()
                .map(ready -> ready.declarations().stream()
                        .anyMatch(declaration -> declaration.name().equals(word)))
                .orElse(false);
    }

    /** Gives the next cell its number. Any thread. */
    synchronized CellNumber begin(CellSource source) {
        CellNumber number = nextCell();
        lastCell = number.value();
        sources.put(number, source);
        compiler.texts().add(number.value(), source.text());
        return number;
    }

    CellNumber nextCell() {
        return new CellNumber(lastCell + 1);
    }

    Optional<CellSource> source(CellNumber cell) {
        return Optional.ofNullable(sources.get(cell));
    }

    TargetSpec defaultTargets() {
        return defaultTargets;
    }

    void defaultTargets(TargetSpec targets) {
        defaultTargets = targets;
    }

    OptionalInt exitCode() {
        return exitCode;
    }

    void exit(int code) {
        exitCode = OptionalInt.of(code);
    }
}
