package dev.tutti.client;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Several results, each given when it has ended: whichever ends first comes first. For one thread; they end on another. */
final class Completions<R extends AsyncResult<?>> implements Iterator<R> {

    private final List<R> all;
    private final ArrayDeque<R> ended = new ArrayDeque<>();
    private CompletableFuture<Void> news = new CompletableFuture<>();
    private int left;

    Completions(Collection<? extends R> results) {
        all = List.copyOf(results);
        left = all.size();
        for (R result : all) {
            result.parts().done().thenRun(() -> add(result));
        }
    }

    private void add(R result) {
        CompletableFuture<Void> told;
        synchronized (this) {
            ended.add(result);
            told = news;
            news = new CompletableFuture<>();
        }
        told.complete(null);
    }

    @Override
    public boolean hasNext() {
        return left > 0;
    }

    @Override
    public R next() {
        if (!hasNext()) {
            throw new NoSuchElementException("All results have been given.");
        }
        try {
            return next(Long.MAX_VALUE).orElseThrow();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new TaskCancelledException("The thread was interrupted while it waited for the next result.");
        }
    }

    /** Waits for the next, but not for longer than this. */
    Optional<R> next(long nanos) throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            CompletableFuture<Void> next;
            synchronized (this) {
                if (!ended.isEmpty()) {
                    left--;
                    return Optional.of(ended.remove());
                }
                next = news;
            }
            long remaining = nanos - (System.nanoTime() - start);
            if (remaining <= 0) {
                return Optional.empty();
            }
            Waiting.await(next, remaining, this::abandon);
        }
    }

    private void abandon() {
        all.forEach(result -> result.cancel(true));
    }
}
