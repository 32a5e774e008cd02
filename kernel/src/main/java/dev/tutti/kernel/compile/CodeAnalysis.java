package dev.tutti.kernel.compile;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import jdk.jshell.JShell;

/**
 * Answers about Java that is being typed: whether it is complete, how it may go on, what it means. Never runs user code.
 * Any thread may ask; the answers are made on the analysis thread, and a question whose deadline passes is answered with
 * what is known by then.
 */
public final class CodeAnalysis {

    CodeAnalysis(JShell jshell, ReentrantLock lock, Supplier<List<Declaration>> declarations) {}

    /** Whether Enter should run this Java (without magics) or begin a new line. */
    public Completeness completeness(String java) {
        throw new UnsupportedOperationException("not yet");
    }

    /** How the text may go on at the cursor. */
    public Completions complete(String java, int cursor, Duration deadline) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Signatures of what stands at the cursor, and their Javadoc as HTML if asked for; all overloads. */
    public List<Documentation> documentation(String java, int cursor, boolean javadoc, Duration deadline) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The source of what an expression or a name means: a declaration of the session, or a JDK element from src.zip. */
    public Optional<String> source(String subject, Duration deadline) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The static type of an expression, if it is one. */
    public Optional<String> typeOf(String expression, Duration deadline) {
        throw new UnsupportedOperationException("not yet");
    }
}
