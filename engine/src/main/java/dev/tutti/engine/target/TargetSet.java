package dev.tutti.engine.target;

import dev.tutti.engine.wire.EngineId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What targets are made of: sets of engines, and what is done with two of them. Order is kept as written. */
sealed interface TargetSet {

    /** The engines that are meant now. */
    Set<EngineId> of(Surroundings now) throws TargetException;

    /** Whether only local is named. */
    default boolean onlyLocal() {
        return false;
    }

    /** @param text the whole, for messages @param live without local, ascending */
    record Surroundings(String text, List<EngineId> live, TargetContext context) {

        String present() {
            return live.isEmpty()
                    ? "No engines are connected."
                    : "Connected: " + EngineRanges.of(live) + ". %engines shows them.";
        }
    }

    record All() implements TargetSet {
        @Override
        public Set<EngineId> of(Surroundings now) {
            return new LinkedHashSet<>(now.live());
        }
    }

    record Local() implements TargetSet {
        @Override
        public Set<EngineId> of(Surroundings now) {
            return new LinkedHashSet<>(List.of(EngineId.LOCAL));
        }

        @Override
        public boolean onlyLocal() {
            return true;
        }
    }

    record Ids(int first, int last) implements TargetSet {
        @Override
        public Set<EngineId> of(Surroundings now) throws TargetException {
            Set<EngineId> live = Set.copyOf(now.live());
            Set<EngineId> found = new LinkedHashSet<>();
            List<EngineId> missing = new ArrayList<>();
            for (int number = first; number <= last; number++) {
                EngineId id = new EngineId(number);
                (live.contains(id) ? found : missing).add(id);
            }
            if (!missing.isEmpty()) {
                throw new TargetException("Targets '" + now.text() + "': there is no engine with number "
                        + EngineRanges.of(missing) + ". " + now.present());
            }
            return found;
        }
    }

    record FromEnd(int distance) implements TargetSet {
        @Override
        public Set<EngineId> of(Surroundings now) throws TargetException {
            int size = now.live().size();
            if (distance > size) {
                throw new TargetException("Targets '" + now.text() + "': there is no position -" + distance
                        + " among the " + size + " engines. " + now.present());
            }
            return new LinkedHashSet<>(List.of(now.live().get(size - distance)));
        }
    }

    /** @param start as written; null if it was left out @param stop likewise */
    record Slice(String start, String stop, int step) implements TargetSet {
        @Override
        public Set<EngineId> of(Surroundings now) {
            int size = now.live().size();
            int low = step > 0 ? 0 : -1;
            int high = step > 0 ? size : size - 1;
            int from = position(start, step > 0 ? low : high, size, low, high);
            int to = position(stop, step > 0 ? high : low, size, low, high);
            Set<EngineId> targets = new LinkedHashSet<>();
            for (int i = from; step > 0 ? i < to : i > to; i += step) {
                targets.add(now.live().get(i));
            }
            return targets;
        }

        private static int position(String written, int otherwise, int size, int low, int high) {
            if (written == null) {
                return otherwise;
            }
            int position = Integer.parseInt(written);
            return Math.clamp(position < 0 ? position + size : position, low, high);
        }
    }

    /** A named group; its engines that have gone are left out. */
    record Group(String name) implements TargetSet {
        @Override
        public Set<EngineId> of(Surroundings now) throws TargetException {
            Collection<EngineId> group = now.context()
                    .group(name)
                    .orElseThrow(() -> new TargetException("Targets '" + now.text() + "': there is no group @" + name
                            + ". " + now.context().groupsPresent()));
            Set<EngineId> present = new LinkedHashSet<>(group);
            present.retainAll(Set.copyOf(now.live()));
            return present;
        }
    }

    /** What is done with two sets, by the character that is written. */
    enum Operator {
        UNION(','),
        DIFFERENCE('!'),
        INTERSECTION('&'),
        XOR('^');

        final char sign;

        Operator(char sign) {
            this.sign = sign;
        }
    }

    record Both(TargetSet left, Operator operator, TargetSet right) implements TargetSet {
        @Override
        public Set<EngineId> of(Surroundings now) throws TargetException {
            Set<EngineId> result = left.of(now);
            Set<EngineId> other = right.of(now);
            switch (operator) {
                case UNION -> result.addAll(other);
                case DIFFERENCE -> result.removeAll(other);
                case INTERSECTION -> result.retainAll(other);
                case XOR -> {
                    for (EngineId engine : other) {
                        if (!result.remove(engine)) {
                            result.add(engine);
                        }
                    }
                }
            }
            return result;
        }

        @Override
        public boolean onlyLocal() {
            return left.onlyLocal() && right.onlyLocal();
        }
    }

    /** A random choice. */
    record Pick(TargetSet from, int count) implements TargetSet {
        @Override
        public Set<EngineId> of(Surroundings now) throws TargetException {
            List<EngineId> candidates = new ArrayList<>(from.of(now));
            if (candidates.size() < count) {
                throw new TargetException("Targets '" + now.text() + "' ask for " + count + " of " + candidates.size()
                        + " engines. " + now.present());
            }
            Collections.shuffle(candidates, now.context().random());
            List<EngineId> chosen = new ArrayList<>(candidates.subList(0, count));
            Collections.sort(chosen);
            return new LinkedHashSet<>(chosen);
        }

        @Override
        public boolean onlyLocal() {
            return from.onlyLocal();
        }
    }
}
