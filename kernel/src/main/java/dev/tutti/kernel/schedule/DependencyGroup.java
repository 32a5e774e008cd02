package dev.tutti.kernel.schedule;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.wire.Dependency;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.TaskId;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** One of the dependencies of a task, and how far it is met. */
final class DependencyGroup {

    private final Dependency dependency;
    private final Set<TaskId> open;
    private final Set<EngineId> places = new HashSet<>();
    private boolean met;
    private Optional<String> hindrance = Optional.empty();

    DependencyGroup(Dependency dependency) {
        this.dependency = dependency;
        this.open = new LinkedHashSet<>(dependency.tasks());
        this.met = open.isEmpty();
    }

    /** The tasks that it still waits for. */
    Set<TaskId> open() {
        return open;
    }

    void ended(TaskId task, Ending ending) {
        if (!open.remove(task)) {
            return;
        }
        boolean counts = ending.success() ? dependency.success() : dependency.failure();
        if (counts && dependency.follow()) {
            counts = follow(ending);
        }
        if (dependency.all()) {
            needed(task, ending, counts);
        } else {
            alternative(counts);
        }
    }

    boolean isMet() {
        return met;
    }

    /** Why it can never be met, if that is so. */
    Optional<String> hindrance() {
        return hindrance;
    }

    /** If the task must follow: the engines that do. */
    Optional<Set<EngineId>> places() {
        return dependency.follow() && !dependency.tasks().isEmpty() ? Optional.of(places) : Optional.empty();
    }

    private boolean follow(Ending ending) {
        ending.place().ifPresent(places::add);
        return ending.place().isPresent();
    }

    private void needed(TaskId task, Ending ending, boolean counts) {
        if (!counts) {
            boolean asWanted = ending.success() ? dependency.success() : dependency.failure();
            hinder(
                    asWanted
                            ? "task " + task.value() + ", which it is to follow, did not run on any one engine"
                            : "task " + task.value() + (ending.success() ? " has succeeded" : " has failed"));
        } else if (places.size() > 1) {
            hinder("the tasks that it is to follow ran on different engines (" + EngineRanges.of(places) + ")");
        } else {
            met = open.isEmpty();
        }
    }

    private void alternative(boolean counts) {
        met |= counts;
        if (!met && open.isEmpty()) {
            hinder("none of the " + dependency.tasks().size() + " tasks of which it needs one has "
                    + (dependency.success() ? "succeeded" : "failed"));
        }
    }

    private void hinder(String why) {
        if (hindrance.isEmpty()) {
            hindrance = Optional.of(why);
        }
    }
}
