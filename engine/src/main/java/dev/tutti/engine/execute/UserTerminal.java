package dev.tutti.engine.execute;

import dev.tutti.engine.transport.Requests;
import dev.tutti.engine.wire.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The terminal that the user sits at, as the engine beside the shell can have it for a program: only the shell's own
 * process can start one there that Ctrl-C reaches.
 */
public final class UserTerminal {

    private static volatile UserTerminal there;

    private final Requests requests;
    private final Thread main;

    private UserTerminal(Requests requests, Thread main) {
        this.requests = requests;
        this.main = main;
    }

    /** This engine may ask for it, from the calling thread. */
    public static void mayBeAsked(Requests requests) {
        there = new UserTerminal(requests, Thread.currentThread());
    }

    /**
     * Runs a program at the terminal. The calling thread waits for its end; an interrupt leaves it to the end of the cell,
     * which ends it.
     *
     * @return its exit code; nothing if there is no terminal for the calling thread, and nothing has run
     * @throws IOException if the shell did not answer
     */
    public static Optional<Integer> run(List<String> words, String directory, Map<String, String> environment)
            throws IOException, InterruptedException {
        UserTerminal terminal = there;
        if (terminal == null || Thread.currentThread() != terminal.main) {
            return Optional.empty();
        }
        List<String> variables = new ArrayList<>();
        environment.forEach((name, value) -> variables.add(name + "=" + value));
        Message reply = terminal.requests
                .ask(new Message.TerminalRequest(words, directory, variables))
                .await();
        return reply instanceof Message.TerminalReply(var exitCode) ? exitCode : Optional.empty();
    }
}
