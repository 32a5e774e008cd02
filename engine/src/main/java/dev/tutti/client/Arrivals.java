package dev.tutti.client;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.StreamKind;
import java.util.ArrayDeque;
import java.util.Optional;

/** The parts of a result one by one: in their order, or as they end. For one thread; parts end on another. */
sealed interface Arrivals {

    /** Waits for the next; none after the last. */
    Optional<Part> next() throws InterruptedException;

    static Arrivals inOrder(Parts parts) {
        return new InOrder(parts);
    }

    static Arrivals asTheyEnd(Parts parts) {
        AsTheyEnd arrivals = new AsTheyEnd(parts);
        parts.all().forEach(part -> part.listen(arrivals));
        return arrivals;
    }

    /** Each part as soon as it and all before it have been given. */
    final class InOrder implements Arrivals {

        private final Parts parts;
        private int given;

        private InOrder(Parts parts) {
            this.parts = parts;
        }

        @Override
        public Optional<Part> next() throws InterruptedException {
            boolean reached =
                    parts.await(() -> given < parts.size() && parts.get(given).hasEnded(), Long.MAX_VALUE);
            return reached ? Optional.of(parts.get(given++)) : Optional.empty();
        }
    }

    /** Whichever ends first. */
    final class AsTheyEnd implements Arrivals, Part.Listener {

        private final Parts parts;
        private final ArrayDeque<Part> ended = new ArrayDeque<>();
        private int given;

        private AsTheyEnd(Parts parts) {
            this.parts = parts;
        }

        @Override
        public Optional<Part> next() throws InterruptedException {
            if (given == parts.size()) {
                return Optional.empty();
            }
            int wanted = given + 1;
            parts.await(() -> parts.endedCount() >= wanted, Long.MAX_VALUE);
            given++;
            return Optional.of(take());
        }

        /** A part counts as ended a moment before its listeners are told. */
        private synchronized Part take() throws InterruptedException {
            while (ended.isEmpty()) {
                wait();
            }
            return ended.remove();
        }

        @Override
        public synchronized void ended(Part part) {
            ended.add(part);
            notifyAll();
        }

        @Override
        public void wrote(EngineId engine, StreamKind kind, String text) {
            // Values are waited for, not text.
        }
    }
}
