package dev.tutti.kernel.doctor;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.kernel.controller.EngineStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The engines' processes, and the jar that they are started from. */
public final class EnginesCheck {

    private static final String SUBJECT = "engines";

    private EnginesCheck() {}

    /**
     * Looks at the roster.
     *
     * @param jarWritten when the engine's jar was last written; empty if it is gone
     * @param started when this process began, if the system tells
     */
    public static List<Finding> of(List<EngineStatus> roster, Optional<Instant> jarWritten, Optional<Instant> started) {
        List<Finding> found = new ArrayList<>();
        for (EngineStatus engine : roster) {
            engine.lost()
                    .ifPresent(reason -> found.add(new Finding.Problem(
                            SUBJECT,
                            "Engine " + engine.id() + " is lost: " + reason + ".",
                            "%engines restart " + engine.id() + " gives it a fresh process.")));
        }
        if (jarWritten.isEmpty()) {
            found.add(new Finding.Problem(
                    SUBJECT,
                    "Their jar is not there any more, so none can be started.",
                    "Build again, and start again."));
        } else if (started.isPresent() && jarWritten.get().isAfter(started.get())) {
            found.add(new Finding.Problem(
                    SUBJECT,
                    "Their jar was built anew after this shell had started: fresh engines are of another version.",
                    "Leave, and start again."));
        }
        SortedSet<EngineId> live = roster.stream()
                .filter(EngineStatus::live)
                .map(EngineStatus::id)
                .collect(Collectors.toCollection(TreeSet::new));
        if (live.isEmpty()) {
            found.add(new Finding.Problem(SUBJECT, "No engine runs.", "%engines restart local starts one."));
        } else if (found.isEmpty()) {
            found.add(new Finding.Good(SUBJECT, EngineRanges.named(live) + " alive, all from this version's jar"));
        }
        return found;
    }
}
