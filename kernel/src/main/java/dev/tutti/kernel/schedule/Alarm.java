package dev.tutti.kernel.schedule;

/** A time at which something is to be looked at; see {@link Alarms}. */
final class Alarm {

    /** What is to be looked at. */
    sealed interface Due {

        /** A task has waited for as long as it may. */
        record WaitedLong(BalancedTask task) implements Due {}

        /** A task has run for as long as it may. */
        record RanLong(Run run) implements Due {}

        /** A task that was to stop because it ran for too long should have by now. */
        record StopsLong(Run run) implements Due {}

        /** A task that was cancelled should have stopped by now. */
        record HoldsOn(Run run) implements Due {}
    }

    final Due due;

    /** When, in nanoseconds since 1970. */
    long atNanos;

    /** Where it stands among the alarms; -1 if it is not set. */
    int place = -1;

    Alarm(Due due) {
        this.due = due;
    }

    boolean isSet() {
        return place >= 0;
    }
}
