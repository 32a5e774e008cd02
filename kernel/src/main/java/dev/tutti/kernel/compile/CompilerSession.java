package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.VariableRef;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;

/** The JShell in use, what is live in it, and the journal of its classes. */
final class CompilerSession implements AutoCloseable {

    private static final Logger LOG = System.getLogger(CompilerSession.class.getName());

    /** So many generated classes more are worth a look for those that nothing needs. */
    private static final int LITTER = 100;

    private final ClassPath classPath;
    private final CellTexts texts;
    private final ClassJournal journal = new ClassJournal();
    private final TemporaryNames temporaryNames = new TemporaryNames();
    private final ResultNames results = new ResultNames(this);
    private List<VariableRef> discarded = List.of();
    private volatile List<LiveSnippet> live = List.of();
    private RecordingControl control;
    private JShell shell;
    private Optional<GeneratedClasses> generated = Optional.empty();
    private int needed;

    CompilerSession(List<Path> classPath, CellTexts texts) {
        this.texts = texts;
        this.classPath = new ClassPath(classPath);
        reopen();
    }

    /** A JShell without memory in place of the one in use; the journal stays. */
    void reopen() {
        if (shell != null) {
            shell.close();
        }
        temporaryNames.forget();
        results.forget();
        control = new RecordingControl(new KeepingRecording(journal));
        shell = JShell.builder()
                .executionEngine(control.provider(), null)
                .compilerOptions("-g") // names of locals: for the debugger, and in messages about null
                .tempVariableNameGenerator(temporaryNames)
                .fileManager(files -> new ClassPathFiles(files, classPath))
                .build();
        generated = GeneratedClasses.of(shell);
        needed = 0;
    }

    int generatedClasses() {
        return generated.map(GeneratedClasses::count).orElse(0);
    }

    /** Has JShell forget classes, of which there are many, that nothing live reaches. */
    void sweep() {
        generated.filter(classes -> classes.count() > needed + LITTER).ifPresent(classes -> {
            Set<String> named = journal.wrappersNamedBy(Stream.concat(
                            live.stream().map(LiveSnippet::wrapper),
                            results.typed().stream().map(result -> result.ref().className()))
                    .toList());
            classes.keep(name -> named.contains(WrapperName.of(name)));
            needed = classes.count();
        });
    }

    RecordingControl control() {
        return control;
    }

    /** What the user has submitted. */
    CellTexts texts() {
        return texts;
    }

    ClassPath classPath() {
        return classPath;
    }

    /** Makes more jars and folders known; what has been declared stays as it is. @return what was not known yet */
    List<Path> extendClassPath(List<Path> entries) {
        List<Path> added = classPath.add(entries);
        if (!added.isEmpty()) {
            shell.addToClasspath(added.getFirst().toString()); // it then asks ClassPathFiles, which knows them all
        }
        return added;
    }

    /** Has the class files of folders read anew. */
    void refreshClassPath() {
        classPath.entries().stream().findFirst().ifPresent(entry -> shell.addToClasspath(entry.toString()));
    }

    ClassJournal journal() {
        return journal;
    }

    TemporaryNames temporaryNames() {
        return temporaryNames;
    }

    ResultNames results() {
        return results;
    }

    JShell shell() {
        return shell;
    }

    SourceCodeAnalysis analysis() {
        return shell.sourceCodeAnalysis();
    }

    List<LiveSnippet> live() {
        return live;
    }

    void live(List<LiveSnippet> next) {
        live = List.copyOf(next);
    }

    /** Fields that the last committed cell needed while it ran and nothing needs since. */
    List<VariableRef> discarded() {
        return discarded;
    }

    void discarded(List<VariableRef> fields) {
        discarded = List.copyOf(fields);
    }

    /** Runs a change of JShell's state while its wishes go to this recording. */
    <T> T recordingTo(Recording recording, Supplier<T> change) {
        control.recordTo(recording);
        try {
            return change.get();
        } finally {
            control.recordTo(new KeepingRecording(journal));
        }
    }

    List<SnippetEvent> eval(String source) {
        return shell.eval(source);
    }

    /** Drops a snippet; whether JShell managed it. It may fail half-way: the snippet table must be looked at afterwards. */
    boolean drop(Snippet snippet) {
        try {
            if (shell.status(snippet).isActive()) {
                shell.drop(snippet);
            }
            return true;
        } catch (AssertionError | RuntimeException e) {
            LOG.log(Level.DEBUG, "JShell failed to drop a snippet half-way", e);
            return false;
        }
    }

    LiveSnippet look(Snippet snippet, SnippetOrigin origin) {
        return new LiveSnippet(snippet, origin, analysis().wrapper(snippet).fullClassName(), shell.status(snippet));
    }

    static boolean isAccepted(Status status) {
        return status == Status.VALID
                || status == Status.RECOVERABLE_DEFINED
                || status == Status.RECOVERABLE_NOT_DEFINED;
    }

    @Override
    public void close() {
        shell.close();
    }
}
