package dev.tutti.client;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the tasks of a balanced view are placed and collected. Nobody changes it once it is made.
 *
 * @param placing what the scheduler is told
 * @param label what the user calls the tasks; may be empty
 * @param chunk how many elements of a map are one task; none: as many as give each engine four tasks
 * @param outstanding how many tasks of an imap may be; 0: as many as there are; none: four for each engine
 * @param group what the tasks are waited for with
 */
record BalancedFlags(
        Placing placing, String label, OptionalInt chunk, OptionalInt outstanding, Optional<JobGroup> group) {

    static final BalancedFlags PLAIN =
            new BalancedFlags(new Placing(), "", OptionalInt.empty(), OptionalInt.empty(), Optional.empty());

    BalancedFlags placed(Placing changed) {
        return new BalancedFlags(changed, label, chunk, outstanding, group);
    }

    BalancedFlags labelled(String changed) {
        return new BalancedFlags(placing, changed, chunk, outstanding, group);
    }

    BalancedFlags chunked(int elements) {
        return new BalancedFlags(placing, label, OptionalInt.of(elements), outstanding, group);
    }

    BalancedFlags outstanding(int tasks) {
        return new BalancedFlags(placing, label, chunk, OptionalInt.of(tasks), group);
    }

    BalancedFlags grouped(JobGroup with) {
        return new BalancedFlags(placing, label, chunk, outstanding, Optional.of(with));
    }
}
