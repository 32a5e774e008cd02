package dev.tutti.kernel.controller;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The times at which something must be looked at. Each alarm is set at most once; setting it again moves it. */
final class Alarms {

    /** Nobody waits longer; keeps sums of times in range. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private record Entry(Instant at, long order, Alarm alarm) {}

    private final TreeSet<Entry> entries =
            new TreeSet<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::order));
    private final Map<Alarm, Entry> byAlarm = new HashMap<>();
    private long order;

    void set(Alarm alarm, Instant now, Duration in) {
        cancel(alarm);
        Entry entry = new Entry(now.plus(in.compareTo(LONGEST) > 0 ? LONGEST : in), order++, alarm);
        entries.add(entry);
        byAlarm.put(alarm, entry);
    }

    void cancel(Alarm alarm) {
        Entry entry = byAlarm.remove(alarm);
        if (entry != null) {
            entries.remove(entry);
        }
    }

    boolean isSet(Alarm alarm) {
        return byAlarm.containsKey(alarm);
    }

    /** Takes the earliest alarm whose time has come. */
    Optional<Alarm> due(Instant now) {
        if (entries.isEmpty() || entries.first().at().isAfter(now)) {
            return Optional.empty();
        }
        Alarm alarm = entries.pollFirst().alarm();
        byAlarm.remove(alarm);
        return Optional.of(alarm);
    }

    /** When to look next. */
    Optional<Instant> next() {
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.first().at());
    }
}
