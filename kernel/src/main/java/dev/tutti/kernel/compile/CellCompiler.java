package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.VariableRef;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The session's one compiler. Any thread: a cell that one thread has compiled must be settled before another's is compiled.
 *
 * <p>A cell goes through it like this: each step is cut into snippets, each snippet is rewritten where it is not quite Java
 * and evaluated by JShell, whose wishes to load and run classes are only recorded; when all have compiled, what engines
 * have not seen is woven and becomes the {@link CompiledCell}. Where anything fails, JShell is brought back to what it was.
 */
public final class CellCompiler implements AutoCloseable {

    private static final CellNumber START = new CellNumber(0);

    private final CompilerTurns turns = new CompilerTurns();
    private final Deque<String> importsToCome = new ArrayDeque<>();
    private final CompilerSession session;
    private final CellCompilation compilation;
    private final CompiledAhead ahead;
    private final CodeAnalysis analysis;
    private final ClosureAnalysis closures;
    private final SessionCode code;
    private CellNumber latest = START;
    private boolean closed;

    private CellCompiler(CompilerSession session) {
        this.session = session;
        this.compilation = new CellCompilation(session);
        this.ahead = new CompiledAhead(compilation);
        this.analysis = new CodeAnalysis(
                        new LockedJShell(session::shell, turns.lock(), this::declarations, ahead::dropped))
                .on(session.classPath());
        this.code = new SessionCode(session.journal(), session.classPath().loader());
        this.closures = new ClosureAnalysis(session.journal(), code, this::undeclared);
    }

    /**
     * A compiler with these imports in force.
     *
     * @param imports without the word import: {@code java.util.*}, {@code static dev.tutti.client.Here.*}
     * @param classPath jars and folders that cells may use; the client API is there without being named
     * @throws IllegalArgumentException if an import names nothing
     */
    public static CellCompiler open(List<String> imports, List<Path> classPath) {
        CellCompiler compiler = openQuickly(imports, classPath, new CellTexts());
        compiler.turns.locked(() -> {
            compiler.importAll();
            return START;
        });
        return compiler;
    }

    /**
     * As {@link #open}, but the imports come into force later: in {@link #warmUp}, or as soon as a cell does not compile
     * without them. Each costs JShell some 20 ms while it is cold, which the first cell mostly need not wait for: imports
     * on demand never change what compiles without them.
     *
     * @param texts what {@code In} means
     */
    public static CellCompiler openQuickly(List<String> imports, List<Path> classPath, CellTexts texts) {
        CellCompiler compiler = new CellCompiler(new CompilerSession(ClientApi.with(classPath), texts));
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

    /**
     * Compiles all steps of a cell or none; runs nothing. What compiled must be committed or rolled back by the same thread,
     * before its next call; other threads wait until then.
     */
    public Compilation compile(CellNumber number, List<JavaStep> steps) {
        return turns.whenSettled(() -> switch (aheadOrNow(number, List.copyOf(steps))) {
            case CellCompilation.Finished finished -> {
                turns.begin(finished);
                yield new Compilation.Compiled(finished.cell());
            }
            case CellCompilation.Failed failed -> new Compilation.Rejected(failed.diagnostics());
        });
    }

    private CellCompilation.Attempt aheadOrNow(CellNumber number, List<JavaStep> steps) {
        Optional<CellCompilation.Finished> found = ahead.take(number, steps);
        return found.isPresent() ? found.get() : attempt(number, steps);
    }

    /** Uses JShell when it is in the state behind the last committed cell. */
    private <T> T settled(Supplier<T> action) {
        return turns.whenSettled(() -> {
            ahead.dropped();
            return action.get();
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

    /**
     * What would be said of a cell if it were submitted now, errors and notes. What compiles is kept for {@link #compile},
     * which then has nothing to do for the same cell; nobody else sees anything of it. Any thread; waits while another cell
     * is being compiled. Says nothing while the start goes on in the background.
     *
     * @param number that the cell would get
     */
    public List<Diagnostic> check(CellNumber number, List<JavaStep> steps) {
        return turns.whenSettled(() -> {
            if (closed || !importsToCome.isEmpty()) {
                return List.of();
            }
            return switch (aheadOrNow(number, List.copyOf(steps))) {
                case CellCompilation.Failed failed -> failed.diagnostics();
                case CellCompilation.Finished finished -> {
                    ahead.keep(number, steps, finished);
                    yield finished.cell().notes();
                }
            };
        });
    }

    /**
     * What the snippets of a step are, by their form alone. Any thread; waits while a cell is being compiled.
     *
     * @return in order; none if the step cannot be cut into snippets
     */
    public List<SnippetPlace> snippets(JavaStep step) {
        return turns.whenSettled(() -> new SnippetPlaces(session.analysis()).of(step));
    }

    /** The cell is going to run: its declarations are the session's. */
    public void commit(CompiledCell cell) {
        turns.locked(() -> {
            compilation.commit(turns.end(cell));
            session.sweep();
            latest = cell.number();
            return cell;
        });
    }

    /** The cell is not going to run: the session is as it was before. */
    public void rollback(CompiledCell cell) {
        turns.locked(() -> {
            compilation.rollback(turns.end(cell));
            return cell;
        });
    }

    /**
     * Makes the next compilation fast: javac and JShell load their own classes on the first; then brings the imports that
     * are still to come. Leaves no trace otherwise. Takes as long as the first compilation would; cells may be compiled
     * meanwhile.
     */
    public void warmUp() {
        settled(this::compileForNothing);
        while (settled(this::importOne)) {
            // one at a time, so that a cell can come between
        }
    }

    /**
     * Compiles for nothing, so that the JVM compiles what the compiler consists of: some 50 rounds bring a cell from 20
     * to 6 ms. Cells go first: a round begins only when none has come for a while.
     */
    public void practise(int rounds) {
        for (int i = 0; i < rounds; i++) {
            turns.whenQuiet(this::practiseOnce);
        }
    }

    private boolean importOne() {
        if (!closed && !importsToCome.isEmpty()) {
            importNext();
        }
        return !closed && !importsToCome.isEmpty();
    }

    private boolean practiseOnce() {
        ahead.dropped();
        return compileForNothing();
    }

    private boolean compileForNothing() {
        if (closed) {
            return false; // the session was reset while its compiler still practised
        }
        CellCompilation.Attempt attempt =
                compilation.compile(START, List.of(new JavaStep("1+1", 0, 3, OptionalInt.empty())));
        if (attempt instanceof CellCompilation.Finished finished) {
            compilation.rollback(finished);
        }
        return true;
    }

    /** The newest woven bytes of a class of this session or its class path, for an engine that misses it. Any thread. */
    public Optional<ClassFile> classFile(String name) {
        Optional<ClassFile> ofCells = session.journal().woven(name);
        return ofCells.isPresent() || name.startsWith("REPL.")
                ? ofCells
                : session.classPath().classFile(name);
    }

    /**
     * Makes jars and folders known to the cells to come; all that is declared stays. Any thread; waits while a cell is
     * being compiled.
     *
     * @return those that were not known yet
     */
    public List<Path> extendClassPath(List<Path> entries) {
        List<Path> added = settled(() -> session.extendClassPath(entries));
        if (!added.isEmpty()) {
            code.classPathChanged();
            analysis.classPathChanged(session.classPath().text());
        }
        return added;
    }

    /** Has class files read anew: some in folders of the class path have changed. Any thread. */
    public void classFilesChanged() {
        settled(() -> {
            session.refreshClassPath();
            return START;
        });
        analysis.classPathChanged(session.classPath().text());
    }

    /** The jars and folders that cells may use. Any thread. */
    public List<Path> classPath() {
        return session.classPath().entries();
    }

    /** Cuts Java apart by its form alone; nothing is compiled. One piece if it is nested too deeply for that. Any thread. */
    public List<JavaSnippet> cut(JavaStep step) {
        return turns.locked(() -> {
            try {
                return new SnippetSplitter(session.shell().sourceCodeAnalysis())
                        .split(step).stream()
                                .map(cut -> new JavaSnippet(
                                        cut.source(), cut.complete().text()))
                                .toList();
            } catch (CellRejected _) {
                return List.of(new JavaSnippet(step.source(), step.source()));
            }
        });
    }

    /** The lines of a cell that have code, from 1. Any thread. */
    public SortedSet<Integer> codeLines(CellNumber cell) {
        return CodeLines.of(cell, session.journal().allWoven());
    }

    /** The class files of what is declared under a name, as javac made them; none if nothing is. Any thread. */
    public List<byte[]> classFiles(String name) {
        return settled(() -> session.live().stream()
                .filter(snippet -> !snippet.isImport() && snippet.name().equals(name))
                .flatMap(snippet -> session.journal().declared(snippet.wrapper(), name).stream())
                .toList());
    }

    /** The class files of a cell that is not settled yet, as javac made them: nothing is woven in. Any thread. */
    public List<byte[]> originals(CompiledCell cell) {
        return turns.locked(() -> cell.steps().stream()
                .flatMap(step -> Stream.concat(step.redefinitions().stream(), step.classes().stream()))
                .flatMap(file -> session.journal().newest(file.name()).stream())
                .map(RecordedClass::bytes)
                .toList());
    }

    /**
     * What code reaches that a task brings along: which session variables it reads, which classes must be defined anew with
     * their values, or why it cannot travel. Any thread; waits for a compilation only if it refuses code.
     *
     * @param className the class of the code
     * @param method its method; empty: all methods that an object of the class has
     * @param descriptor of that method
     */
    public TaskMessage.Captures captures(String className, String method, String descriptor) {
        return closures.captures(className, method, descriptor);
    }

    /** How many class files JShell has in its memory; 0 where it does not let others look. Any thread. */
    int generatedClasses() {
        return turns.locked(session::generatedClasses);
    }

    private String undeclared(String className) {
        return turns.locked(() -> session.live().stream()
                .filter(snippet -> snippet.wrapper().equals(WrapperName.of(className)))
                .findFirst()
                .map(snippet -> UnresolvedNames.refusal(session, snippet, session.live()))
                .orElse("This would run code that refers to something that is not declared any more."));
    }

    /** The variable of a name. Any thread. */
    public Optional<SessionVariable> variable(String name) {
        return variables().stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst();
    }

    /**
     * The variable of a name, declared if there is none; defined nowhere then. Any thread, also while a cell of another
     * thread runs; waits while one is being compiled.
     *
     * @param type its type as Java source; where that does not compile, it becomes an {@code Object}
     */
    public DeclaredVariable declare(String name, String type) {
        return settled(() -> variable(name)
                .map(variable -> new DeclaredVariable(Optional.of(variable), List.of()))
                .orElseGet(() -> new BareDeclaration(session, compilation, steps -> attempt(latest, steps))
                        .declare(name, type)));
    }

    /**
     * Takes declarations of the user away. What needs them stays, but cannot run until their names are declared again.
     *
     * @return what engines must learn; its declared variables are gone. Empty if that could not be done: nothing changed
     */
    public Optional<CompiledCell> drop(Predicate<Declaration> which) {
        return settled(() -> {
            List<LiveSnippet> gone = session.live().stream()
                    .filter(snippet ->
                            Declarations.of(List.of(snippet)).stream().anyMatch(which))
                    .toList();
            if (compilation.drop(latest, gone) instanceof CellCompilation.Finished finished) {
                compilation.commit(finished);
                return Optional.of(finished.cell());
            }
            return Optional.empty();
        });
    }

    /** Takes the names of results away that no declaration needs; gives what they named. */
    public List<VariableRef> dropResults() {
        return settled(() ->
                session.results().drop().stream().map(SessionVariable::ref).toList());
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
        return turns.locked(() -> {
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

    @Override
    public void close() {
        analysis.close();
        turns.locked(() -> {
            closed = true;
            session.close();
            return START;
        });
    }
}
