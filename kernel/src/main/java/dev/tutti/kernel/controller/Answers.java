package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.TaskMessage;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Finds what engines ask for (classes, standard input, the terminal) on threads that may wait, and posts it to the controller. Called
 * by the controller's thread.
 */
final class Answers {

    private final ControllerConfig.ClassSource classes;
    private final ControllerConfig.InputSource input;
    private final SessionServices sessions;
    private final Consumer<Event> controller;
    private final Map<ConnectionId, Thread> readers = new HashMap<>();
    private final ReentrantLock oneReader = new ReentrantLock();

    Answers(ControllerConfig config, Consumer<Event> controller) {
        this.classes = config.classes();
        this.input = config.input();
        this.sessions = config.sessions();
        this.controller = controller;
    }

    void findClass(Instruction.FindClass question) {
        Thread.ofVirtual().name("class-source").start(() -> {
            Optional<ClassFile> found = Optional.empty();
            try {
                found = classes.find(question.session(), question.name());
            } catch (RuntimeException e) {
                System.getLogger(Answers.class.getName())
                        .log(Level.ERROR, "The class source failed to find " + question.name(), e);
            }
            controller.accept(new Event.ClassFound(question.connection(), question.request(), found));
        });
    }

    void awaitEngines(Instruction.AwaitEngines question) {
        Thread.ofVirtual().name("engines-awaited").start(() -> {
            try {
                sessions.awaitEngines();
            } catch (RuntimeException e) {
                System.getLogger(Answers.class.getName()).log(Level.WARNING, "A client came, but engines did not", e);
            }
            controller.accept(new Event.EnginesAwaited(question.connection(), question.request()));
        });
    }

    void askKernel(Instruction.AskKernel question) {
        Thread.ofVirtual().name("kernel-answer").start(() -> {
            Message answer;
            try {
                answer = answer(question.own() ? SessionServices.NONE : sessions, question);
            } catch (RuntimeException e) {
                System.getLogger(Answers.class.getName())
                        .log(Level.ERROR, "The kernel failed to answer " + question.question(), e);
                answer = new Message.Failure("The kernel could not answer: " + e);
            }
            controller.accept(new Event.KernelAnswered(question.client(), question.request(), answer));
        });
    }

    private static Message answer(SessionServices services, Instruction.AskKernel asked) {
        return switch (asked.question()) {
            case TaskMessage.AskCaptures question -> services.captures(asked.session(), question);
            case TaskMessage.AskVariable question -> services.variable(asked.session(), question);
            case TaskMessage.ExecuteCode question -> services.execute(asked.session(), question);
            default ->
                new Message.Failure(
                        "A kernel does not answer " + asked.question().type() + ".");
        };
    }

    void readInput(Instruction.ReadInput question) {
        atTerminal(
                question.connection(),
                () -> read(question.limit()),
                Optional.of(new byte[0]),
                bytes -> new Event.InputRead(question.connection(), question.request(), bytes));
    }

    /** Nothing if that was given up. */
    private Optional<byte[]> read(int limit) {
        try {
            return Optional.of(input.read(limit));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof InterruptedIOException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    void lendTerminal(Instruction.LendTerminal wish) {
        atTerminal(
                wish.connection(),
                () -> input.run(wish.wish()),
                Optional.empty(),
                code -> new Event.TerminalBack(wish.connection(), wish.request(), code));
    }

    /** One at a time. @param failed what is answered if the source fails, or is not asked any more */
    private <T> void atTerminal(
            ConnectionId connection,
            Supplier<Optional<T>> source,
            Optional<T> failed,
            Function<Optional<T>, Event> answer) {
        Thread reader = Thread.ofVirtual()
                .name("input")
                .unstarted(() -> controller.accept(answer.apply(alone(source, failed))));
        forget(connection);
        readers.put(connection, reader);
        reader.start();
    }

    /** Interrupts the reading of input, or the program at the terminal, that nobody waits for any more. */
    void forget(ConnectionId connection) {
        Thread reader = readers.remove(connection);
        if (reader != null) {
            reader.interrupt();
        }
    }

    void close() {
        readers.values().forEach(Thread::interrupt);
        readers.clear();
    }

    private <T> Optional<T> alone(Supplier<Optional<T>> source, Optional<T> failed) {
        try {
            oneReader.lockInterruptibly();
        } catch (InterruptedException _) {
            return Optional.empty();
        }
        try {
            return Thread.currentThread().isInterrupted() ? Optional.empty() : source.get();
        } catch (RuntimeException e) {
            System.getLogger(Answers.class.getName()).log(Level.ERROR, "The source of standard input failed", e);
            return failed;
        } finally {
            oneReader.unlock();
        }
    }
}
