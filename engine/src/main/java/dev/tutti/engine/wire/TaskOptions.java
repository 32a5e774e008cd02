package dev.tutti.engine.wire;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is common to many tasks of a submission.
 *
 * @param targets a direct call: these engines each run it; a balanced task: only these may, or any if there are none
 * @param balance how it is placed; none: a direct call to all targets
 * @param keep whether the value stays on the engine and only a reference to it comes back
 * @param running how long it may run on an engine before it is stopped there
 * @param label what the user calls it; may be empty
 */
public record TaskOptions(
        List<EngineId> targets, Optional<Balance> balance, boolean keep, Optional<Duration> running, String label) {

    public TaskOptions {
        targets = List.copyOf(targets);
        Objects.requireNonNull(balance, "balance");
        Objects.requireNonNull(running, "running");
        Objects.requireNonNull(label, "label");
    }
}
