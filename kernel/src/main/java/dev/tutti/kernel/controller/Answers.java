package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.ClassFile;
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
    private final Consumer<Event> controller;
    private final Map<ConnectionId, Thread> readers = new HashMap<>();
    private final ReentrantLock oneReader = new ReentrantLock();

    Answers(ControllerConfig.ClassSource classes, ControllerConfig.InputSource input, Consumer<Event> controller) {
        this.classes = classes;
        this.input = input;
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
