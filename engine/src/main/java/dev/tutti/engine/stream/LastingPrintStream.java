package dev.tutti.engine.stream;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A standard stream of the engine. Without buffer of its own: the outbox gathers. User code that closes it, as small
 * programs do, closes nothing: later cells print too.
 */
final class LastingPrintStream extends PrintStream {

    LastingPrintStream(OutputPipe pipe) {
        super(pipe, false, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        flush();
    }
}
