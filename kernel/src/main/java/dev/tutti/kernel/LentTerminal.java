package dev.tutti.kernel;

import dev.tutti.engine.wire.Message;
import dev.tutti.kernel.controller.ControllerConfig;
import java.util.Optional;

/**
 * The user's terminal as code at local has it: a program may have it too, unless what the cell prints is being kept. Any
 * thread.
 */
final class LentTerminal implements ControllerConfig.InputSource {

    private final ControllerConfig.InputSource source;
    private volatile Optional<CapturingListener> listener = Optional.empty();

    LentTerminal(ControllerConfig.InputSource source) {
        this.source = source;
    }

    /** A cell begins. @param cell what hears it */
    void heardBy(CapturingListener cell) {
        listener = Optional.of(cell);
    }

    @Override
    public byte[] read(int limit) {
        return source.read(limit);
    }

    @Override
    public Optional<Integer> run(Message.TerminalRequest program) {
        boolean kept = listener.filter(CapturingListener::isKeeping).isPresent();
        return kept ? Optional.empty() : source.run(program);
    }
}
