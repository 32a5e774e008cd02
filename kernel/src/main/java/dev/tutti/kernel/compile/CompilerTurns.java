package dev.tutti.kernel.compile;

import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Whose turn it is to use the one compiler: the cell's that is being compiled until it is committed or rolled back, then
 * somebody else's. Any thread.
 */
final class CompilerTurns {

    /** After so long without a cell the user is thinking. */
    private static final long QUIET_NANOS = 300_000_000;

    /** Fair: a cell that comes while the start goes on in the background waits for one import at most. */
    private final ReentrantLock lock = new ReentrantLock(true);

    private final Condition settled = lock.newCondition();
    private long lastCellNanos = System.nanoTime() - QUIET_NANOS;
    private Optional<CellCompilation.Finished> pending = Optional.empty();
    private Thread owner;

    ReentrantLock lock() {
        return lock;
    }

    <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Does something that no compiled cell may see, once none is waiting to be committed or rolled back.
     *
     * @throws IllegalStateException if the calling thread itself has such a cell
     */
    <T> T whenSettled(Supplier<T> action) {
        return locked(() -> {
            while (pending.isPresent()) {
                if (owner == Thread.currentThread()) {
                    throw new IllegalStateException("Cell "
                            + pending.get().cell().number() + " is compiled but neither committed nor rolled back");
                }
                settled.awaitUninterruptibly();
            }
            return action.get();
        });
    }

    /** As {@link #whenSettled}, once no cell has come for a while either. */
    <T> T whenQuiet(Supplier<T> action) {
        return locked(() -> {
            boolean interrupted = awaitQuiet();
            try {
                return action.get();
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        });
    }

    private boolean awaitQuiet() {
        boolean interrupted = false;
        long quietIn = lastCellNanos + QUIET_NANOS - System.nanoTime();
        while (quietIn > 0 || pending.isPresent()) {
            try {
                settled.awaitNanos(Math.max(1_000_000, quietIn));
            } catch (InterruptedException e) {
                interrupted = true;
            }
            quietIn = lastCellNanos + QUIET_NANOS - System.nanoTime();
        }
        return interrupted;
    }

    /** The calling thread has compiled a cell, and will say what becomes of it. Holds the lock. */
    void begin(CellCompilation.Finished finished) {
        pending = Optional.of(finished);
        owner = Thread.currentThread();
    }

    /** What becomes of a cell is decided. Holds the lock. */
    CellCompilation.Finished end(CompiledCell cell) {
        CellCompilation.Finished finished = pending.filter(f -> f.cell() == cell)
                .orElseThrow(() -> new IllegalStateException(
                        "Cell " + cell.number() + " is not the one that was compiled last, or it is settled already"));
        pending = Optional.empty();
        owner = null;
        lastCellNanos = System.nanoTime();
        settled.signalAll();
        return finished;
    }
}
