package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.Balance;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOptions;
import dev.tutti.engine.wire.TaskSpec;
import java.util.List;
import java.util.Optional;

/** What the tasks of one message share; it lives as long as one of them. */
final class Submission {

    private final Client client;
    private final SessionId session;
    private final long submittedMillis;
    private final List<TaskFunction> functions;
    private final Pace[] paces;
    private final Terms[] terms;

    Submission(Client client, SessionId session, long submittedMillis, TaskMessage.Submit submit) {
        this.client = client;
        this.session = session;
        this.submittedMillis = submittedMillis;
        this.functions = submit.functions();
        this.paces = new Pace[functions.size()];
        this.terms = submit.options().stream()
                .map(options -> new Terms(session, options))
                .toArray(Terms[]::new);
    }

    Client client() {
        return client;
    }

    SessionId session() {
        return session;
    }

    long submittedMillis() {
        return submittedMillis;
    }

    TaskFunction function(int index) {
        return functions.get(index);
    }

    Terms terms(int index) {
        return terms[index];
    }

    Pace pace(int function) {
        if (paces[function] == null) {
            paces[function] = client.paces().of(functions.get(function));
        }
        return paces[function];
    }

    /** What is wrong with a task's indexes, if anything is. */
    Optional<String> fault(TaskSpec spec) {
        if (!isIndex(spec.options(), terms.length)) {
            return fault(spec, "options", spec.options(), terms.length);
        }
        if (!isIndex(spec.function(), functions.size())) {
            return fault(spec, "function", spec.function(), functions.size());
        }
        TaskOptions options = terms[spec.options()].options();
        int predicate = options.balance()
                .map(Balance::predicate)
                .orElse(Balance.PLAIN.predicate())
                .orElse(0);
        return isIndex(predicate, functions.size())
                ? Optional.empty()
                : fault(spec, "predicate", predicate, functions.size());
    }

    private static boolean isIndex(int index, int size) {
        return index >= 0 && index < size;
    }

    private static Optional<String> fault(TaskSpec spec, String what, int index, int size) {
        return Optional.of("Task " + spec.id().value() + " was submitted with " + what + " " + index
                + ", but its submission has only " + size + ". The client library is at fault.");
    }
}
