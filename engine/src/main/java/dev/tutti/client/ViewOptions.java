package dev.tutti.client;

import java.time.Duration;
import java.util.Optional;

/**
 * What a view's calls have in common.
 *
 * @param label what the user calls them; may be empty
 * @param running how long a task may run on its engine
 * @param waiting how long a method that waits waits
 */
record ViewOptions(String label, Optional<Duration> running, Optional<Duration> waiting) {

    static final ViewOptions PLAIN = new ViewOptions("", Optional.empty(), Optional.empty());

    ViewOptions withLabel(String newLabel) {
        return new ViewOptions(newLabel, running, waiting);
    }

    ViewOptions withRunning(Duration limit) {
        return new ViewOptions(label, Optional.of(limit), waiting);
    }

    ViewOptions withWaiting(Duration limit) {
        return new ViewOptions(label, running, Optional.of(limit));
    }
}
