package dev.tutti.kernel.fold;

import dev.tutti.engine.wire.Fault;
import dev.tutti.engine.wire.Frame;
import java.util.List;
import java.util.Optional;

/**
 * What two exceptions must share to be shown as one: class, message and the newest of the user's own frames, likewise
 * their causes. The depth of a stack that overflowed differs from engine to engine, and library frames may.
 */
record FaultLikeness(String className, Optional<String> message, List<Frame> frames, Optional<FaultLikeness> cause) {

    /** As many frames as a person is shown. */
    private static final int FRAMES = 8;

    static FaultLikeness of(Fault fault) {
        return new FaultLikeness(
                fault.className(),
                fault.message(),
                fault.frames().stream().filter(Frame::inCell).limit(FRAMES).toList(),
                fault.cause().map(FaultLikeness::of));
    }
}
