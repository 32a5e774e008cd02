package dev.tutti.kernel.controller;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The handling of one event: when it is, and what has been decided so far.
 *
 * @param now the time of the event
 * @param instructions what is to be done, in order
 */
record Turn(Instant now, List<Instruction> instructions) {

    Turn(Instant now) {
        this(now, new ArrayList<>(4));
    }

    void add(Instruction instruction) {
        instructions.add(instruction);
    }
}
