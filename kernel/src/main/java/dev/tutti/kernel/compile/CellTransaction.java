package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.VariableRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;

/** What one cell has done to JShell so far: enough to finish it, and enough to take it back. */
final class CellTransaction implements Recording {

    /** JShell would have run this wrapper, with these bytes: a later snippet of the cell may give it others. */
    record Invocation(RecordedClass wrapper, String method) {}

    /** A snippet of this cell that compiled, and what running it means. */
    record Evaluated(int step, Snippet snippet, SnippetOrigin origin, List<Invocation> invocations) {}

    private final CompilerSession session;
    private final CellNumber number;
    private final List<LiveSnippet> before;
    private final Map<Snippet, SnippetOrigin> origins = new LinkedHashMap<>();
    private final List<Evaluated> evaluated = new ArrayList<>();
    private final Map<String, Integer> touched = new LinkedHashMap<>();
    private final List<VariableRef> discarded = new ArrayList<>();
    private List<Invocation> invocations = new ArrayList<>();
    private int step;

    CellTransaction(CompilerSession session, CellNumber number) {
        this.session = session;
        this.number = number;
        this.before = session.live();
        before.forEach(s -> origins.put(s.snippet(), s.origin()));
    }

    CompilerSession session() {
        return session;
    }

    CellNumber number() {
        return number;
    }

    /** What was live before the cell. */
    List<LiveSnippet> before() {
        return before;
    }

    List<Evaluated> evaluated() {
        return evaluated;
    }

    /** Classes that JShell made for this cell, with the step that made them last. */
    Map<String, Integer> touched() {
        return touched;
    }

    void beginStep(int index) {
        step = index;
    }

    /** Evaluates text and takes what JShell changes into account; what it would run is kept by {@link #accept}. */
    List<SnippetEvent> eval(EditedText text) {
        return eval(text, origin(text, SnippetOrigin.Role.USER));
    }

    private List<SnippetEvent> eval(EditedText text, SnippetOrigin origin) {
        invocations = new ArrayList<>();
        List<SnippetEvent> events = session.eval(text.text());
        for (SnippetEvent event : events) {
            Snippet snippet = event.snippet();
            if (event.causeSnippet() == null && event.status().isActive()) {
                origins.remove(snippet);
                origins.put(snippet, origin);
            }
        }
        return events;
    }

    SnippetOrigin origin(EditedText text, SnippetOrigin.Role role) {
        return new SnippetOrigin(number, text, role);
    }

    /** The snippet is part of the cell: what JShell wanted to run for it will run. */
    void accept(Snippet snippet, SnippetOrigin origin) {
        origins.put(snippet, origin);
        evaluated.add(new Evaluated(step, snippet, origin, List.copyOf(invocations)));
        invocations = new ArrayList<>();
    }

    /**
     * Keeps the names of variables whose initialisers no longer compile, because a type that they use has changed: they are
     * still declared, but have no value anywhere.
     */
    void keepDeclared() {
        for (LiveSnippet variable : before) {
            boolean broken = variable.isVariable()
                    && variable.status() == Status.VALID
                    && session.shell().status(variable.snippet()) == Status.RECOVERABLE_NOT_DEFINED;
            SnippetOrigin origin = variable.origin();
            Optional<EditedText> bare = broken ? Declarators.withoutInitialiser(origin.text()) : Optional.empty();
            bare.ifPresent(text -> eval(text, new SnippetOrigin(origin.cell(), text, origin.role())));
        }
    }

    /** A value that nobody asked for: its variable is not the session's, and engines need its field while the cell runs. */
    void discard(Snippet temporary) {
        look(temporary).variable().ifPresent(v -> discarded.add(v.ref()));
        session.drop(temporary);
    }

    List<VariableRef> discarded() {
        return discarded;
    }

    private LiveSnippet look(Snippet snippet) {
        return session.look(snippet, origins.get(snippet));
    }

    /**
     * JShell's default for a variable that an older cell declared before its type was known. It comes before all that the
     * step in which the type was declared does, for that may give the variable a value.
     */
    void acceptDefault(LiveSnippet variable) {
        int known = touched.getOrDefault(variable.wrapper(), step);
        int first = 0;
        while (first < evaluated.size() && evaluated.get(first).step() < known) {
            first++;
        }
        int place = first;
        session.journal()
                .newest(variable.wrapper())
                .ifPresent(wrapper -> evaluated.add(
                        place,
                        new Evaluated(
                                known,
                                variable.snippet(),
                                variable.origin(),
                                List.of(new Invocation(wrapper, RecordedClass.ENTRY)))));
    }

    /** What is live now, in the order of declaration. */
    List<LiveSnippet> live() {
        return origins.entrySet().stream()
                .filter(e -> e.getKey().kind().isPersistent())
                .filter(e -> session.shell().status(e.getKey()).isActive())
                .map(e -> session.look(e.getKey(), e.getValue()))
                .toList();
    }

    /** What this cell added to JShell, newest first. */
    List<Snippet> added() {
        Set<Snippet> old = before.stream().map(LiveSnippet::snippet).collect(Collectors.toSet());
        return new ArrayList<>(origins.keySet())
                .reversed().stream()
                        .filter(s -> !old.contains(s) && s.kind().isPersistent())
                        .toList();
    }

    @Override
    public void load(List<RecordedClass> classes) {
        classes.forEach(this::keep);
    }

    /**
     * New bytes go under the old name if the class keeps its shape: then engines can take them, and JShell is right to leave
     * alone what was compiled against it. All class files of a cell are sent before it runs, so what an earlier snippet of the cell may call is not changed
     * under it. A variable's wrapper only has to keep its field: its initialiser can run from another class.
     */
    @Override
    public boolean redefine(List<RecordedClass> classes) {
        Set<String> called = session.journal()
                .reachable(evaluated.stream()
                        .flatMap(e -> e.invocations().stream())
                        .map(i -> i.wrapper().name())
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
        if (!classes.stream().allMatch(c -> isTaken(c, called))) {
            return false;
        }
        classes.forEach(this::keep);
        return true;
    }

    private boolean isTaken(RecordedClass next, Set<String> called) {
        ClassJournal journal = session.journal();
        List<RecordedClass> known = Stream.concat(
                        journal.newest(next.name()).stream(), journal.shipped(next.name()).stream())
                .toList();
        boolean moves = known.stream().allMatch(k -> InitialiserMove.fits(k, next));
        boolean keepsShape = known.stream().allMatch(k -> k.shape().equals(next.shape()));
        return moves || keepsShape && !called.contains(next.name());
    }

    private void keep(RecordedClass recorded) {
        session.journal().made(recorded);
        touched.remove(recorded.name());
        touched.put(recorded.name(), step);
    }

    @Override
    public void invoke(String className, String method) {
        session.journal().newest(className).ifPresent(wrapper -> invocations.add(new Invocation(wrapper, method)));
    }
}
