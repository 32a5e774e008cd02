package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.TaskMessage;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Finds what engines ask for (classes, standard input) on threads that may wait, and posts it to the controller. Called
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
        Thread reader = Thread.ofVirtual().name("input").unstarted(() -> {
            Optional<byte[]> bytes = read(question.limit());
            bytes.ifPresent(
                    read -> controller.accept(new Event.InputRead(question.connection(), question.request(), read)));
        });
        forget(question.connection());
        readers.put(question.connection(), reader);
        reader.start();
    }

    /** Interrupts the reading of input that nobody waits for any more. */
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

    /** Nothing if nobody waits for it any more. */
    private Optional<byte[]> read(int limit) {
        try {
            oneReader.lockInterruptibly();
        } catch (InterruptedException _) {
            return Optional.empty();
        }
        try {
            return Thread.currentThread().isInterrupted() ? Optional.empty() : Optional.of(input.read(limit));
        } catch (RuntimeException e) {
            System.getLogger(Answers.class.getName()).log(Level.ERROR, "The source of standard input failed", e);
            return Optional.of(new byte[0]);
        } finally {
            oneReader.unlock();
        }
    }
}
