package dev.tutti.engine.wire;

import java.util.List;

/**
 * What a balanced task waits for: other tasks of the same client. After ipyparallel's graph dependencies.
 *
 * @param tasks which tasks
 * @param follow whether the task is also to run where they ran (else it only waits for them)
 * @param all whether all of them must have ended so, or any one
 * @param success whether an end by success counts
 * @param failure whether an end by failure counts
 */
public record Dependency(List<TaskId> tasks, boolean follow, boolean all, boolean success, boolean failure) {

    public Dependency {
        tasks = List.copyOf(tasks);
        if (!success && !failure) {
            throw new IllegalArgumentException("A dependency needs success, failure, or both to count.");
        }
    }
}
