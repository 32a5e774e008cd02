package dev.tutti.kernel;

import dev.tutti.engine.measure.Figures;
import dev.tutti.engine.measure.KeyQuestion;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.VariableRef;
import dev.tutti.kernel.cell.KeyPlace;
import dev.tutti.kernel.compile.Candidate;
import dev.tutti.kernel.compile.SessionVariable;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The keys that a map has now, where one is wanted. The engine that holds the variable is asked beside its main thread,
 * and answers without running user code; one that does not answer in time has none.
 */
final class KeyCompletion {

    private final Kernel.Parts parts;

    KeyCompletion(Kernel.Parts parts) {
        this.parts = parts;
    }

    /**
     * What may stand at the place; nothing where no map is known.
     *
     * @param here whether the code runs at local
     */
    List<Candidate> at(KeyPlace place, boolean here, Duration deadline) {
        Optional<SessionVariable> variable = parts.session()
                .compiler()
                .ready()
                .flatMap(compiler -> compiler.variable(place.map().name()));
        if (variable.isPresent()) {
            VariableRef ref = variable.get().ref();
            return parts.session().places().definedAt(ref).stream()
                    .filter(engine -> engine.isLocal() == here)
                    .findFirst()
                    .map(engine -> keys(engine, question(ref, place), place, deadline))
                    .orElse(List.of());
        }
        boolean system = place.map().name().equals("System")
                && (place.method().equals("getenv") || place.method().equals("getProperty"));
        return system ? keys(EngineId.LOCAL, KeyQuestion.ofSystem(place.method()), place, deadline) : List.of();
    }

    private KeyQuestion question(VariableRef variable, KeyPlace place) {
        return new KeyQuestion(
                parts.session().compiler().session().value(),
                variable.className(),
                variable.field(),
                place.map().keys());
    }

    private List<Candidate> keys(EngineId engine, KeyQuestion question, KeyPlace place, Duration deadline) {
        Duration patience = deadline.dividedBy(2); // the compiler is asked after it
        return ask(engine, question, patience).map(figures -> figures.all(KeyQuestion.ROW)).orElse(List.of()).stream()
                .filter(row -> answers(place.typed(), row.getFirst()))
                .sorted(Comparator.comparing(row -> !row.getFirst().startsWith(place.typed())))
                .map(row -> candidate(row, place))
                .toList();
    }

    private Optional<Figures> ask(EngineId engine, KeyQuestion question, Duration patience) {
        if (!parts.controllerStarting().isDone() || parts.controllerStarting().isCompletedExceptionally()) {
            return Optional.empty();
        }
        try {
            Map<EngineId, Message.Reply> replies = parts.controller()
                    .ask(Set.of(engine), new Message.Inspect(question.subject()), patience)
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return replies.get(engine) instanceof Message.Inspected(String figures)
                    ? Optional.of(Figures.parse(figures))
                    : Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** It begins so, or contains what is typed in any case. A quote that is typed wants a string. */
    private static boolean answers(String typed, String literal) {
        if (literal.startsWith(typed)) {
            return true;
        }
        boolean string = typed.startsWith("\"");
        String part = typed.substring(string ? 1 : 0).toLowerCase(Locale.ROOT);
        return !part.isEmpty()
                && string == literal.startsWith("\"")
                && literal.toLowerCase(Locale.ROOT).contains(part);
    }

    private static Candidate candidate(List<String> row, KeyPlace place) {
        String literal = row.getFirst();
        String text = place.quoted() ? literal.substring(0, literal.length() - 1) : literal;
        return new Candidate(text, Candidate.Kind.KEY, row.get(1), true);
    }
}
