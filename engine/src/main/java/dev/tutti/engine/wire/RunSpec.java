package dev.tutti.engine.wire;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * One task that an engine is to run.
 *
 * @param run the controller's number for it; output comes under it, a stop names it
 * @param function index of its function in the message
 * @param predicate index of the function that must first give true; else the outcome is {@link TaskOutcome.Unmet}
 * @param arguments its arguments
 * @param keep whether the value stays here
 */
public record RunSpec(RequestId run, int function, OptionalInt predicate, List<Parcel> arguments, boolean keep) {

    public RunSpec {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(predicate, "predicate");
        arguments = List.copyOf(arguments);
    }
}
