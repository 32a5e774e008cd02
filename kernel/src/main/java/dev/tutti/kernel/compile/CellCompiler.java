package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.ClassFile;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The session's one compiler. All methods but {@link #classFile} are called by one thread at a time (the kernel's);
 * {@code classFile} by any.
 *
 * <p>A cell goes through it like this: each step is cut into snippets, each snippet is rewritten where it is not quite Java
 * and evaluated by JShell, whose wishes to load and run classes are only recorded; when all have compiled, what engines
 * have not seen is woven and becomes the {@link CompiledCell}. Where anything fails, JShell is brought back to what it was.
 */
public final class CellCompiler implements AutoCloseable {

    private static final CellNumber START = new CellNumber(0);

    /** Fair: a cell that comes while the start goes on in the background waits for one import at most. */
    private final ReentrantLock lock = new ReentrantLock(true);

    /** After so long without a cell the user is thinking. */
    private static final long QUIET_NANOS = 300_000_000;

    private final Condition settled = lock.newCondition();
    private long lastCellNanos = System.nanoTime() - QUIET_NANOS;
    private final Deque<String> importsToCome = new ArrayDeque<>();
    private final CompilerSession session;
    private final CellCompilation compilation;
    private final CodeAnalysis analysis;
    private Optional<CellCompilation.Finished> pending = Optional.empty();

    private CellCompiler(CompilerSession session) {
        this.session = session;
        this.compilation = new CellCompilation(session);
        this.analysis = new CodeAnalysis(session::shell, lock, this::declarations);
    }

    /**
     * A compiler with these imports in force.
     *
     * @param imports without the word import: {@code java.util.*}, {@code static dev.tutti.client.Here.*}
     * @param classPath jars and folders that cells may use; the client API is there without being named
     * @throws IllegalArgumentException if an import names nothing
     */
    public static CellCompiler open(List<String> imports, List<Path> classPath) {
        CellCompiler compiler = openQuickly(imports, classPath);
        compiler.locked(() -> {
            compiler.importAll();
            return START;
        });
        return compiler;
    }

    /**
     * As {@link #open}, but the imports come into force later: in {@link #warmUp}, or as soon as a cell does not compile
     * without them. Each costs JShell some 20 ms while it is cold, which the first cell mostly need not wait for: imports
     * on demand never change what compiles without them.
     */
    public static CellCompiler openQuickly(List<String> imports, List<Path> classPath) {
        CellCompiler compiler = new CellCompiler(new CompilerSession(ClientApi.with(classPath)));
        compiler.importsToCome.addAll(imports);
        return compiler;
    }

    private void importAll() {
        while (!importsToCome.isEmpty()) {
            importNext();
        }
    }

    private void importNext() {
        new StartUp(session).imports(List.of(importsToCome.removeFirst()), START);
    }

    /** Compiles all steps of a cell or none; runs nothing. What compiled must be committed or rolled back before the next call. */
    public Compilation compile(CellNumber number, List<JavaStep> steps) {
        return locked(() -> {
            requireNothingPending();
            CellCompilation.Attempt attempt = attempt(number, List.copyOf(steps));
            return switch (attempt) {
                case CellCompilation.Finished finished -> {
                    pending = Optional.of(finished);
                    yield new Compilation.Compiled(finished.cell());
                }
                case CellCompilation.Failed failed -> new Compilation.Rejected(failed.diagnostics());
            };
        });
    }

    private CellCompilation.Attempt attempt(CellNumber number, List<JavaStep> steps) {
        CellCompilation.Attempt attempt = compilation.compile(number, steps);
        if (importsToCome.isEmpty()) {
            return attempt;
        }
        switch (attempt) {
            case CellCompilation.Finished finished -> {
                if (finished.cell().notes().isEmpty()) {
                    return finished;
                }
                compilation.rollback(finished); // the notes may be about names that an import declares
            }
            case CellCompilation.Failed _ -> {}
        }
        importAll();
        return compilation.compile(number, steps);
    }

    private void requireNothingPending() {
        if (pending.isPresent()) {
            throw new IllegalStateException(
                    "Cell " + pending.get().cell().number() + " is compiled but neither committed nor rolled back");
        }
    }

    /** The cell is going to run: its declarations are the session's. */
    public void commit(CompiledCell cell) {
        locked(() -> {
            compilation.commit(takePending(cell));
            return cell;
        });
    }

    /** The cell is not going to run: the session is as it was before. */
    public void rollback(CompiledCell cell) {
        locked(() -> {
            compilation.rollback(takePending(cell));
            return cell;
        });
    }

    private CellCompilation.Finished takePending(CompiledCell cell) {
        CellCompilation.Finished finished = pending.filter(f -> f.cell() == cell)
                .orElseThrow(() -> new IllegalStateException(
                        "Cell " + cell.number() + " is not the one that was compiled last, or it is settled already"));
        pending = Optional.empty();
        lastCellNanos = System.nanoTime();
        settled.signalAll();
        return finished;
    }

    /**
     * Makes the next compilation fast: javac and JShell load their own classes on the first; then brings the imports that
     * are still to come. Leaves no trace otherwise. Takes as long as the first compilation would; cells may be compiled
     * meanwhile.
     */
    public void warmUp() {
        whenSettled(this::compileForNothing);
        while (whenSettled(this::importOne)) {
            // one at a time, so that a cell can come between
        }
    }

    /**
     * Compiles for nothing, so that the JVM compiles what the compiler consists of: some 50 rounds bring a cell from 20
     * to 6 ms. Cells go first: a round begins only when none has come for a while.
     */
    public void practise(int rounds) {
        for (int i = 0; i < rounds; i++) {
            whenSettled(() -> {
                awaitQuiet();
                return compileForNothing();
            });
        }
    }

    private void awaitQuiet() {
        boolean interrupted = false;
        long quietIn = lastCellNanos + QUIET_NANOS - System.nanoTime();
        while (quietIn > 0 || pending.isPresent()) {
            try {
                settled.awaitNanos(Math.max(1, quietIn));
            } catch (InterruptedException e) {
                interrupted = true;
            }
            quietIn = lastCellNanos + QUIET_NANOS - System.nanoTime();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean importOne() {
        if (!importsToCome.isEmpty()) {
            importNext();
        }
        return !importsToCome.isEmpty();
    }

    /** Does something that no compiled cell may see, once none is waiting to be committed or rolled back. */
    private <T> T whenSettled(Supplier<T> action) {
        return locked(() -> {
            while (pending.isPresent()) {
                settled.awaitUninterruptibly();
            }
            return action.get();
        });
    }

    private boolean compileForNothing() {
        CellCompilation.Attempt attempt =
                compilation.compile(START, List.of(new JavaStep("1+1", 0, 3, OptionalInt.empty())));
        if (attempt instanceof CellCompilation.Finished finished) {
            compilation.rollback(finished);
        }
        return true;
    }

    /** The newest woven bytes of a class of this session, for an engine that misses it. Any thread. */
    public Optional<ClassFile> classFile(String name) {
        return session.journal().woven(name);
    }

    /** The variables in the order of their declaration, without temporaries. */
    public List<SessionVariable> variables() {
        return session.live().stream()
                .filter(s -> !s.isResult())
                .flatMap(s -> s.variable().stream())
                .toList();
    }

    /** The live declarations of the user in order, without the imports of {@link #open}. */
    public List<Declaration> declarations() {
        return Declarations.of(session.live());
    }

    /** The imports in force, those of {@link #open} first. */
    public List<String> imports() {
        return locked(() -> {
            importAll();
            return session.live().stream()
                    .filter(LiveSnippet::isImport)
                    .sorted(Comparator.comparing(snippet -> !snippet.isStartUp()))
                    .map(Declarations::importName)
                    .toList();
        });
    }

    /** Questions about code that is being typed. Any thread; does not wait for a compilation. */
    public CodeAnalysis analysis() {
        return analysis;
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        analysis.close();
        locked(() -> {
            session.close();
            return START;
        });
    }
}
