package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.ClassFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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

    private final ReentrantLock lock = new ReentrantLock();
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
        CompilerSession session = new CompilerSession(ClientApi.with(classPath));
        CellCompiler compiler = new CellCompiler(session);
        new StartUp(session).imports(imports, START);
        return compiler;
    }

    /** Compiles all steps of a cell or none; runs nothing. What compiled must be committed or rolled back before the next call. */
    public Compilation compile(CellNumber number, List<JavaStep> steps) {
        return locked(() -> {
            requireNothingPending();
            CellCompilation.Attempt attempt = compilation.compile(number, List.copyOf(steps));
            return switch (attempt) {
                case CellCompilation.Finished finished -> {
                    pending = Optional.of(finished);
                    yield new Compilation.Compiled(finished.cell());
                }
                case CellCompilation.Failed failed -> new Compilation.Rejected(failed.diagnostics());
            };
        });
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
        return finished;
    }

    /**
     * Makes the next compilation fast: javac and JShell load their own classes on the first. Leaves no trace. Takes as long as
     * the first compilation would.
     */
    public void warmUp() {
        locked(() -> {
            requireNothingPending();
            CellCompilation.Attempt attempt =
                    compilation.compile(START, List.of(new JavaStep("1+1", 0, 3, OptionalInt.empty())));
            if (attempt instanceof CellCompilation.Finished finished) {
                compilation.rollback(finished);
            }
            return START;
        });
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
        return session.live().stream()
                .filter(LiveSnippet::isImport)
                .map(Declarations::importName)
                .toList();
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
