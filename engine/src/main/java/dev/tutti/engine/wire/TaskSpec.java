package dev.tutti.engine.wire;

import java.util.List;
import java.util.Objects;

/**
 * One task of a submission.
 *
 * @param id the client's number for it
 * @param function index of its function in the submission
 * @param options index of its options in the submission
 * @param arguments its arguments
 */
public record TaskSpec(TaskId id, int function, int options, List<Parcel> arguments) {

    public TaskSpec {
        Objects.requireNonNull(id, "id");
        arguments = List.copyOf(arguments);
    }
}
