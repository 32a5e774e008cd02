package dev.tutti.kernel.view;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Outcome;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.engine.wire.TaskMessage.CodeEnd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Collects how a step ended at each engine, for code that asked for it: nothing of it is shown. */
public final class CodeEnds implements RunListener {

    /** Characters kept of one engine's stream: all travel in one message. */
    private static final int LIMIT = 1 << 18;

    private record End(Optional<Outcome> outcome, String lost) {}

    private final Consumer<String> notes;
    private final CollectedOutput output = new CollectedOutput(LIMIT);
    private final SortedMap<EngineId, End> ends = new TreeMap<>();

    /** @param notes takes sentences that the user should know all the same */
    public CodeEnds(Consumer<String> notes) {
        this.notes = notes;
    }

    /** How it ended, by engine, ascending. */
    public List<CodeEnd> ends() {
        List<CodeEnd> all = new ArrayList<>();
        ends.forEach((engine, end) -> all.add(new CodeEnd(
                engine,
                end.outcome(),
                end.lost(),
                output.text(engine, StreamKind.STDOUT),
                output.text(engine, StreamKind.STDERR))));
        return all;
    }

    @Override
    public void output(EngineId engine, StreamKind kind, String text) {
        output.add(engine, kind, text);
    }

    @Override
    public void ended(EngineId engine, Outcome outcome) {
        ends.put(engine, new End(Optional.of(outcome), ""));
    }

    @Override
    public void lost(EngineId engine, String reason) {
        ends.put(engine, new End(Optional.empty(), reason));
    }

    @Override
    public void idle() {
        // nothing is held back
    }

    @Override
    public void note(String sentence) {
        notes.accept(sentence);
    }

    @Override
    public void progress(Duration elapsed, SortedSet<EngineId> targets, SortedSet<EngineId> running) {
        // the code that waits for it knows
    }
}
