package dev.tutti.kernel.compile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import jdk.jshell.JShell;

/**
 * Answers about Java that is being typed: whether it is complete, how it may go on, what it means. Never runs user
 * code. Any thread may ask; the answers are made on the analysis thread, and a question whose deadline passes is
 * answered with what is known by then. A newer question takes the place of one that waits.
 *
 * <p>The JShell is the session's own and is used under the compiler's lock, so an answer may have to wait for a cell
 * that is being compiled, but never for one that runs.
 */
public final class CodeAnalysis implements AutoCloseable {

    private static final Duration WARM_UP = Duration.ofSeconds(30);

    private final AnalysisThread thread;
    private final LockedJShell jshell;
    private final CompletenessJudge completeness;
    private final CandidateFinder candidates;
    private final DocumentationFinder documentation;
    private final SourceFinder sources;
    private final KnownTypes knownTypes;
    private final ExpressionQuestions expressions;

    CodeAnalysis(LockedJShell jshell) {
        this.jshell = jshell;
        this.knownTypes = new KnownTypes();
        SourceArchives archives = new SourceArchives(Path.of(System.getProperty("java.home")));
        this.thread = new AnalysisThread(archives::close);
        StaticTypes staticTypes = new StaticTypes(this.jshell);
        this.completeness = new CompletenessJudge(this.jshell);
        this.candidates = new CandidateFinder(this.jshell, staticTypes, knownTypes);
        this.documentation = new DocumentationFinder(this.jshell, knownTypes);
        this.sources = new SourceFinder(this.jshell, staticTypes, knownTypes, archives);
        this.expressions = new ExpressionQuestions(thread, this.jshell, staticTypes, knownTypes);
    }

    CodeAnalysis(JShell jshell, ReentrantLock lock, Supplier<List<Declaration>> declarations) {
        this(new LockedJShell(() -> jshell, lock, declarations, () -> {}));
    }

    /**
     * Whether Enter should run this Java (without magics) or begin a new line. Made for the typing thread: about a
     * millisecond, and at most 50 more while a cell compiles, whereupon the text alone decides.
     */
    public Completeness completeness(String java) {
        return completeness.judge(java);
    }

    /** How the text may go on at the cursor. */
    public Completions complete(String java, int cursor, Duration deadline) {
        Objects.checkFromToIndex(0, cursor, java.length());
        Completions byText = candidates.byTextAlone(java, cursor);
        return thread.ask(deadline, byText, (Answer<Completions> answer) -> candidates.find(java, cursor, answer))
                .known();
    }

    /** Signatures of what stands at the cursor, and their Javadoc as HTML if asked for; all overloads. */
    public List<Documentation> documentation(String java, int cursor, boolean javadoc, Duration deadline) {
        Objects.checkFromToIndex(0, cursor, java.length());
        List<Documentation> nothing = List.of();
        return thread.ask(
                        deadline,
                        nothing,
                        (Answer<List<Documentation>> answer) -> documentation.find(java, cursor, javadoc, answer))
                .known();
    }

    /**
     * The source of what an expression or a name means: a declaration of the session, or an element of the
     * JDK or the class path whose sources are there.
     */
    public Optional<String> source(String subject, Duration deadline) {
        Optional<String> nothing = Optional.empty();
        return thread.ask(deadline, nothing, (Answer<Optional<String>> answer) -> sources.find(subject, answer))
                .known();
    }

    /**
     * Names by a pattern with stars: members of what stands before the last dot, else types of the JDK and the class
     * path by their simple names.
     */
    public List<String> search(String pattern, Duration deadline) {
        List<String> nothing = List.of();
        return thread.ask(
                        deadline,
                        nothing,
                        (Answer<List<String>> answer) -> new NameSearch(
                                        candidates,
                                        knownTypes,
                                        jshell.view(answer.remainingNanos()).imports())
                                .find(pattern, answer))
                .known();
    }

    /**
     * Methods by what they take and give: {@code (String, int) -> char}. Empty if the text is not written so.
     */
    public Optional<List<String>> methodsOfShape(String shape, Duration deadline) {
        List<String> nothing = List.of();
        return ShapeSearch.parse(shape)
                .map(search -> thread.ask(
                                deadline,
                                nothing,
                                (Answer<List<String>> answer) -> search.find(
                                        knownTypes,
                                        jshell.view(answer.remainingNanos()).imports(),
                                        answer))
                        .known());
    }

    /** Questions about expressions that are parts of a cell. */
    public ExpressionQuestions expressions() {
        return expressions;
    }

    /** The static type of an expression, if it is one. */
    public Optional<String> typeOf(String expression, Duration deadline) {
        Optional<String> nothing = Optional.empty();
        return thread.ask(
                        deadline,
                        nothing,
                        (Answer<Optional<String>> answer) -> answer.publish(jshell.analyse(
                                answer.remainingNanos(),
                                analysis -> analysis.analyzeType(expression, expression.length()))))
                .known();
    }

    /**
     * Makes the compiler warm and builds the index of type names, in the background and in pieces, so that the first
     * Tab does not pay for it. Returns at once; questions go first.
     */
    public void warmUp() {
        thread.inBackground(List.of(
                () -> completeness.judge("int f(int a) { return a + 1; }"),
                () -> warm("\"\"."),
                () -> warm("Str"),
                () -> jshell.view(WARM_UP.toNanos()).imports().forEach(knownTypes::imported),
                knownTypes::typeIndex,
                () -> warm("java.util.List.of(1).stream().map(x -> x.")));
    }

    /** What the class path is, before anything has been asked. */
    CodeAnalysis on(ClassPath classPath) {
        knownTypes.useClassPath(classPath.text());
        return this;
    }

    /**
     * Where the source of a type or member of the JDK or the class path would be, the nearest first; none for what the
     * session declares.
     *
     * @param subject as for {@link #source}
     */
    public List<SourcePlace> sourcePlaces(String subject, Duration deadline) {
        List<SourcePlace> nothing = List.of();
        return thread.ask(
                        deadline,
                        nothing,
                        (Answer<List<SourcePlace>> answer) -> answer.publish(sources.places(subject, answer)))
                .known();
    }

    /**
     * The comments of a type or member of the class path in its source, if that is there: one of each overload, empty ones
     * too.
     *
     * @param subject as for {@link #source}
     */
    public List<ElementComment> comments(String subject, Duration deadline) {
        List<ElementComment> nothing = List.of();
        return thread.ask(
                        deadline,
                        nothing,
                        (Answer<List<ElementComment>> answer) -> answer.publish(sources.comments(subject, answer)))
                .known();
    }

    /** The JShell's class path has changed to this one: what completion says about its types is read anew. */
    void classPathChanged(String classPath) {
        thread.inBackground(List.of(() -> knownTypes.useClassPath(classPath), knownTypes::typeIndex));
    }

    private void warm(String java) {
        candidates.find(java, java.length(), new Answer<>(Completions.none(0), System.nanoTime() + WARM_UP.toNanos()));
    }

    /** Ends the analysis thread; questions are answered with nothing from now on. */
    @Override
    public void close() {
        thread.close();
    }
}
