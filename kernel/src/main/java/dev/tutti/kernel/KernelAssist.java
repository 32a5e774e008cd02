package dev.tutti.kernel;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.kernel.cell.JavaShape;
import dev.tutti.kernel.cell.KeyPlace;
import dev.tutti.kernel.cell.Step;
import dev.tutti.kernel.compile.Candidate;
import dev.tutti.kernel.compile.CodeAnalysis;
import dev.tutti.kernel.compile.Completeness;
import dev.tutti.kernel.compile.Completions;
import dev.tutti.kernel.compile.Diagnostic;
import dev.tutti.kernel.compile.Documentation;
import dev.tutti.kernel.compile.JavaStep;
import dev.tutti.kernel.magic.MagicCompletion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Questions about a whole cell, answered by the Java analysis and the magics' own declarations. Java inside magics is
 * looked at in place: everything else is blanked out, so that offsets stay those of the cell.
 */
final class KernelAssist implements CodeAssist {

    private static final SortedSet<EngineId> HERE = new TreeSet<>(Set.of(EngineId.LOCAL));
    private static final Pattern RESULT = Pattern.compile("\\b_\\b");

    private final Session session;
    private final EngineSupply engines;
    private final KeyCompletion keys;
    private final JavaOfCell code;
    private final KernelExpressions expressions;

    KernelAssist(Kernel.Parts parts) {
        this.session = parts.session();
        this.engines = parts.engines();
        this.keys = new KeyCompletion(parts);
        this.code = new JavaOfCell(session);
        this.expressions = new KernelExpressions(parts, code);
    }

    private Optional<CodeAnalysis> analysis() {
        return session.compiler().ready().map(compiler -> compiler.analysis());
    }

    @Override
    public Completeness completeness(String cell) {
        if (cell.isBlank()) {
            return Completeness.EMPTY;
        }
        List<Step> steps = code.steps(cell);
        if (steps.isEmpty()) {
            return Completeness.INVALID;
        }
        return switch (steps.getLast()) {
            case Step.Java(int start, int end) -> java(cell.substring(start, end));
            case Step.Magic magic
            when magic.cellMagic() ->
                cell.endsWith("\n") && !magic.body().isBlank() ? Completeness.COMPLETE : Completeness.INCOMPLETE;
            case Step.Magic magic ->
                code.takes(magic) && java(codeOf(magic)) == Completeness.INCOMPLETE
                        ? Completeness.INCOMPLETE
                        : Completeness.COMPLETE;
            case Step.Help _, Step.ShellLine _ -> Completeness.COMPLETE;
        };
    }

    private Completeness java(String java) {
        return analysis().map(analysis -> analysis.completeness(java)).orElseGet(() -> byShape(java));
    }

    /** While the compiler is not there yet, brackets and literals decide. */
    private static Completeness byShape(String java) {
        return switch (JavaShape.of(java)) {
            case EMPTY -> Completeness.EMPTY;
            case OPEN -> Completeness.INCOMPLETE;
            case CLOSED -> Completeness.COMPLETE;
            case BROKEN -> Completeness.INVALID;
        };
    }

    private String codeOf(Step.Magic magic) {
        return magic.arguments().substring(MagicCompletion.codeStart(session.magics(), magic));
    }

    @Override
    public Completions complete(String cell, int cursor, Duration deadline) {
        Optional<Completions> magic =
                MagicCompletion.complete(session.magics(), engines.numbers(), cell, cursor, code.steps(cell));
        if (magic.isPresent()) {
            return magic.get();
        }
        String java = code.java(cell, cursor);
        Optional<Completions> symbols = SymbolCompletion.at(java, cursor);
        if (symbols.isPresent()) {
            return symbols.get();
        }
        Optional<KeyPlace> key = KeyPlace.at(java, cursor);
        List<Candidate> found = key.map(place -> keys.at(place, runsHere(cell, cursor), deadline))
                .orElse(List.of());
        if (!found.isEmpty() && key.orElseThrow().wantsKeysOnly()) {
            return new Completions(key.get().start(), found, false);
        }
        Completions names = analysis()
                .map(analysis -> analysis.complete(java, cursor, deadline))
                .orElseGet(() -> new Completions(cursor, List.of(), true));
        return found.isEmpty()
                        || names.anchor() != key.orElseThrow().start()
                                && !names.candidates().isEmpty()
                ? names
                : new Completions(
                        key.get().start(),
                        Stream.concat(found.stream(), names.candidates().stream())
                                .toList(),
                        names.partial());
    }

    /** Whether the code at the cursor runs at local: but for {@code %px} and its kin, all does that is not told otherwise. */
    private boolean runsHere(String cell, int cursor) {
        return session.defaultTargets().onlyLocal()
                && code.steps(cell).stream()
                        .filter(step -> step.start() <= cursor && cursor <= step.end())
                        .noneMatch(step ->
                                step instanceof Step.Magic magic && magic.name().startsWith("px"));
    }

    @Override
    public List<Documentation> documentation(String cell, int cursor, boolean javadoc, Duration deadline) {
        String java = code.java(cell, cursor);
        return analysis()
                .map(analysis -> analysis.documentation(java, cursor, javadoc, deadline))
                .orElse(List.of());
    }

    @Override
    public Optional<String> source(String subject, Duration deadline) {
        return analysis().flatMap(analysis -> analysis.source(subject, deadline));
    }

    @Override
    public List<Diagnostic> errors(String cell) {
        if (completeness(cell) != Completeness.COMPLETE) {
            return List.of();
        }
        List<JavaStep> java = new ArrayList<>();
        for (Step step : code.steps(cell)) {
            switch (step) {
                case Step.Java(int start, int end) -> java.add(java(cell, start, end));
                case Step.Magic magic
                when code.takes(magic) -> {
                    int start = code.start(magic);
                    int end = code.end(magic);
                    if (!RESULT.matcher(cell).region(start, end).find()) { // whose result, is known when it runs
                        java.add(java(cell, start, end));
                    }
                }
                case Step.Magic _, Step.Help _, Step.ShellLine _ -> {}
            }
        }
        return session
                .compiler()
                .ready()
                .filter(_ -> !java.isEmpty())
                .map(compiler -> compiler.check(session.nextCell(), java))
                .orElse(List.of())
                .stream()
                .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                .toList();
    }

    private JavaStep java(String cell, int start, int end) {
        return new JavaStep(cell, start, end, session.places().newestResult(HERE));
    }

    @Override
    public ExpressionAssist expressions() {
        return expressions;
    }

    @Override
    public boolean isMagic(String name) {
        return session.magics().find(name).isPresent();
    }
}
