package dev.tutti.client;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Fault;
import dev.tutti.engine.wire.Frame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Failures of several engines or tasks. The message shows the first few, equal ones once with the numbers of their
 * engines, and counts the rest; {@link #list} has them all. After ipyparallel's CompositeError.
 */
public final class CompositeException extends RemoteException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 4;
    private static final int FRAMES = 3;
    private static final int CAUSES = 3;

    private final ArrayList<RuntimeException> failures;

    /** @param of how many there were, failed or not */
    CompositeException(List<RuntimeException> failures, int of) {
        super(OptionalInt.empty(), text(failures, of), null);
        this.failures = new ArrayList<>();
        failures.forEach(this::add);
    }

    /** A failure that is itself composite is taken apart. */
    private void add(RuntimeException failure) {
        if (failure instanceof CompositeException composite) {
            failures.addAll(composite.failures);
        } else {
            failures.add(failure);
        }
    }

    /** Every failure, in the order of the targets or tasks. */
    public List<RuntimeException> list() {
        return List.copyOf(failures);
    }

    /**
     * Throws one failure as it was: what user code threw, if that could be read here.
     *
     * @param index which, from 0
     * @throws Throwable always
     */
    public void raise(int index) throws Throwable {
        RuntimeException failure = failures.get(index);
        if (failure instanceof RemoteException remote) {
            remote.raise();
        }
        throw failure;
    }

    @Override
    public void raise() throws Throwable {
        raise(0);
    }

    /** Replays the first failure. */
    @Override
    public Object replay() throws Exception {
        for (RuntimeException failure : failures) {
            if (failure instanceof RemoteException remote) {
                return remote.replay();
            }
        }
        return super.replay();
    }

    private static String text(List<RuntimeException> failures, int of) {
        Map<Object, List<RuntimeException>> folded = new LinkedHashMap<>();
        for (RuntimeException failure : failures) {
            Object likeness = failure instanceof RemoteException remote ? remote.likeness() : failure.toString();
            folded.computeIfAbsent(likeness, _ -> new ArrayList<>()).add(failure);
        }
        StringBuilder text = new StringBuilder();
        text.append(failures.size()).append(" of ").append(of).append(" failed.");
        int shown = 0;
        int rest = failures.size();
        for (List<RuntimeException> group : folded.values()) {
            if (shown++ == SHOWN) {
                break;
            }
            rest -= group.size();
            show(group, text);
        }
        if (rest > 0) {
            text.append("\n... and ").append(rest).append(" more; list() has them all");
        }
        return text.toString();
    }

    private static void show(List<RuntimeException> group, StringBuilder text) {
        List<EngineId> engines = new ArrayList<>();
        for (RuntimeException failure : group) {
            if (failure instanceof RemoteException remote && remote.engine().isPresent()) {
                engines.add(new EngineId(remote.engine().getAsInt()));
            }
        }
        text.append('\n');
        if (!engines.isEmpty()) {
            text.append('[').append(EngineRanges.of(engines)).append("] ");
        }
        if (!(group.getFirst() instanceof RemoteException first)) {
            text.append(group.getFirst().getMessage());
            return;
        }
        text.append(first.withoutEngine());
        if (group.size() > Math.max(1, engines.stream().distinct().count())) {
            text.append(" (").append(group.size()).append(" times)");
        }
        first.fault().ifPresent(fault -> show(fault, text));
    }

    private static void show(Fault fault, StringBuilder text) {
        fault.frames().stream()
                .limit(FRAMES)
                .forEach(frame -> text.append("\n      at ").append(place(frame)));
        Optional<Fault> cause = fault.cause();
        for (int depth = 0; cause.isPresent() && depth < CAUSES; depth++) {
            text.append("\n    caused by ").append(RemoteCause.text(cause.get()));
            cause = cause.get().cause();
        }
    }

    private static String place(Frame frame) {
        return frame.inCell()
                ? frame.file() + ", line " + frame.line()
                : frame.className() + "." + frame.method() + "(" + frame.file() + ":" + frame.line() + ")";
    }
}
