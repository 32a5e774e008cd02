package dev.tutti.shell.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tutti.engine.wire.Message;
import dev.tutti.kernel.controller.ControllerConfig;
import dev.tutti.shell.display.Screen;
import dev.tutti.shell.line.Tty;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The terminal of this process for cells at local: what they read from {@code System.in} is typed there, and programs
 * have it to themselves. Any thread; the kernel sees to it that there is one reader or program at a time.
 */
final class TerminalInput implements ControllerConfig.InputSource {

    /** A character takes at most so many in UTF-8. */
    private static final int MOST_BYTES = 3;

    private static final int NOT_FOUND = 127;
    private static final int STOPPED = 130;
    private static final long POLITE_MILLIS = 500;
    private static final long GIVEN_UP_MILLIS = 1_000;

    /** A program may end by a Ctrl-C before this process has been told of it. */
    private static final long ON_ITS_WAY_NANOS = 200_000_000;

    private final ReentrantLock inUse = new ReentrantLock();
    private final Tty tty;
    private final Screen screen;
    private volatile boolean lent;
    private volatile boolean started;
    private volatile boolean unheard;
    private volatile long backNanos = System.nanoTime() - ON_ITS_WAY_NANOS;

    TerminalInput(Tty tty, Screen screen) {
        this.tty = tty;
        this.screen = screen;
    }

    /**
     * Ctrl-C was pressed. Tells whether it was for a program that has the terminal, or had it then: such a one has been
     * reached by it, unless it is only being started; then it is ended as soon as it is there.
     */
    boolean takesInterrupt() {
        unheard = lent && !started;
        return lent || System.nanoTime() - backNanos < ON_ITS_WAY_NANOS;
    }

    /**
     * Has the terminal as the prompt needs it when a cell has ended: whoever read for the cell does so no more, or the
     * prompt would lose keys to it, and what a program has changed is as before.
     */
    void awaitReturn() {
        try {
            if (inUse.tryLock(GIVEN_UP_MILLIS, TimeUnit.MILLISECONDS)) {
                inUse.unlock();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        tty.restoreManners();
    }

    @Override
    public byte[] read(int limit) {
        inUse.lock();
        screen.listen(true);
        try {
            if (Thread.interrupted()) {
                throw new InterruptedIOException("Nobody waits for this line any more.");
            }
            Optional<String> line = tty.lineAhead(limit / MOST_BYTES);
            byte[] ahead = line.orElseGet(tty::keysAhead).getBytes(UTF_8);
            return line.isPresent() ? ahead : joined(ahead, TypedLine.read(limit - ahead.length));
        } catch (InterruptedIOException e) {
            throw new UncheckedIOException(e);
        } catch (IOException e) {
            return new byte[0]; // a broken terminal reads as its end
        } finally {
            screen.listen(false);
            inUse.unlock();
        }
    }

    @Override
    public Optional<Integer> run(Message.TerminalRequest program) {
        ProcessBuilder builder = new ProcessBuilder(program.words())
                .directory(new File(program.directory()))
                .inheritIO();
        Map<String, String> environment = builder.environment();
        environment.clear();
        for (String variable : program.environment()) {
            int equals = variable.indexOf('=', 1);
            environment.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        inUse.lock();
        screen.lend();
        lent = true;
        try {
            Process process = builder.start();
            started = true;
            if (unheard) {
                end(process);
            }
            return Optional.of(waitFor(process));
        } catch (IOException e) {
            screen.errorLine("The program " + program.words().getFirst() + " cannot be started: " + e.getMessage());
            return Optional.of(NOT_FOUND);
        } finally {
            backNanos = System.nanoTime();
            lent = false;
            started = false;
            unheard = false;
            tty.freshLine();
            screen.takeBack();
            inUse.unlock();
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    /** An interrupt of this thread means that the cell is over: so is the program. */
    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException _) {
            end(process);
            return STOPPED;
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(POLITE_MILLIS, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
