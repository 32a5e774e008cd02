package dev.tutti.kernel.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The alarms that are set, the earliest at hand: a binary heap in which each alarm knows its place, so that those of
 * tasks that have ended are taken out and not kept until their time.
 */
final class Alarms {

    private final List<Alarm> heap = new ArrayList<>();

    /** Sets an alarm, or moves it. */
    void set(Alarm alarm, long atNanos) {
        cancel(alarm);
        alarm.atNanos = atNanos;
        alarm.place = heap.size();
        heap.add(alarm);
        rise(alarm);
    }

    /** @param alarm may be null or not set */
    void cancel(Alarm alarm) {
        if (alarm == null || !alarm.isSet()) {
            return;
        }
        int place = alarm.place;
        alarm.place = -1;
        Alarm last = heap.removeLast();
        if (last != alarm) {
            stand(last, place);
            rise(last);
            sink(last);
        }
    }

    /** Takes the earliest alarm whose time has come. */
    Optional<Alarm> due(long nowNanos) {
        if (heap.isEmpty() || heap.getFirst().atNanos > nowNanos) {
            return Optional.empty();
        }
        Alarm alarm = heap.getFirst();
        cancel(alarm);
        return Optional.of(alarm);
    }

    /** When to look next, in nanoseconds since 1970. */
    OptionalLong next() {
        return heap.isEmpty() ? OptionalLong.empty() : OptionalLong.of(heap.getFirst().atNanos);
    }

    private void rise(Alarm alarm) {
        while (alarm.place > 0) {
            Alarm above = heap.get((alarm.place - 1) / 2);
            if (above.atNanos <= alarm.atNanos) {
                return;
            }
            swap(alarm, above);
        }
    }

    private void sink(Alarm alarm) {
        while (true) {
            int child = 2 * alarm.place + 1;
            if (child >= heap.size()) {
                return;
            }
            if (child + 1 < heap.size() && heap.get(child + 1).atNanos < heap.get(child).atNanos) {
                child++;
            }
            Alarm below = heap.get(child);
            if (below.atNanos >= alarm.atNanos) {
                return;
            }
            swap(alarm, below);
        }
    }

    private void swap(Alarm one, Alarm other) {
        int place = one.place;
        stand(one, other.place);
        stand(other, place);
    }

    private void stand(Alarm alarm, int place) {
        heap.set(place, alarm);
        alarm.place = place;
    }
}
