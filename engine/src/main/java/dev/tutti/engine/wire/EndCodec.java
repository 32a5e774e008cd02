package dev.tutti.engine.wire;

import java.util.List;
import java.util.Optional;

/** The layouts of tasks and runs that have ended. */
final class EndCodec {

    private static final int VALUE = 1;
    private static final int THROWN = 2;
    private static final int STOPPED = 3;
    private static final int UNMET = 4;
    private static final int REFUSED = 5;
    private static final int LOST = 6;
    private static final int CANCELLED = 7;
    private static final int IMPOSSIBLE = 8;
    private static final int TIMED_OUT = 9;

    /** Bytes that the end of a task takes at least: its number, whether it has an engine, outcome, four times. */
    private static final int LEAST_TASK_END = 42;

    /** Bytes that the end of a run takes at least. */
    private static final int LEAST_RUN_END = 33;

    private EndCodec() {}

    static void putTaskEnds(BodyWriter w, List<TaskEnd> ends) {
        int count = ends.size();
        w.putInt(count);
        for (int i = 0; i < count; i++) {
            TaskEnd end = ends.get(i);
            w.putLong(end.task().value()).putBoolean(end.engine().isPresent());
            if (end.engine().isPresent()) {
                w.putInt(end.engine().get().number());
            }
            putOutcome(w, end.outcome());
            w.putLong(end.submittedMillis())
                    .putLong(end.startedMillis())
                    .putLong(end.wallNanos())
                    .putLong(end.cpuNanos());
        }
    }

    static List<TaskEnd> getTaskEnds(BodyReader r) throws ProtocolException {
        TaskEnd[] ends = new TaskEnd[r.getCount(LEAST_TASK_END)];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = new TaskEnd(
                    new TaskId(r.getLong()),
                    r.getBoolean() ? Optional.of(new EngineId(r.getInt())) : Optional.empty(),
                    getOutcome(r),
                    r.getLong(),
                    r.getLong(),
                    r.getLong(),
                    r.getLong());
        }
        return List.of(ends);
    }

    static void putRunEnds(BodyWriter w, List<RunEnd> ends) {
        int count = ends.size();
        w.putInt(count);
        for (int i = 0; i < count; i++) {
            RunEnd end = ends.get(i);
            w.putLong(end.run().value());
            putOutcome(w, end.outcome());
            w.putLong(end.startedMillis()).putLong(end.wallNanos()).putLong(end.cpuNanos());
        }
    }

    static List<RunEnd> getRunEnds(BodyReader r) throws ProtocolException {
        RunEnd[] ends = new RunEnd[r.getCount(LEAST_RUN_END)];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = new RunEnd(new RequestId(r.getLong()), getOutcome(r), r.getLong(), r.getLong(), r.getLong());
        }
        return List.of(ends);
    }

    private static void putOutcome(BodyWriter w, TaskOutcome outcome) {
        // instanceof, not a pattern switch, for the reason that MessageType gives; a test encodes every outcome.
        if (outcome instanceof TaskOutcome.Value value) {
            ParcelCodec.put(w.putByte(VALUE), value.value());
        } else if (outcome instanceof TaskOutcome.Thrown thrown) {
            MessageCodec.putFault(w.putByte(THROWN), thrown.fault());
            w.putOptional(thrown.exception(), ParcelCodec::put);
        } else if (outcome instanceof TaskOutcome.Stopped stopped) {
            w.putByte(STOPPED).putList(stopped.where(), MessageCodec::putFrame);
        } else if (outcome instanceof TaskOutcome.Unmet unmet) {
            w.putByte(UNMET).putString(unmet.reason());
        } else if (outcome instanceof TaskOutcome.Refused refused) {
            w.putByte(REFUSED).putString(refused.reason());
        } else if (outcome instanceof TaskOutcome.Lost lost) {
            w.putByte(LOST).putString(lost.reason());
        } else if (outcome instanceof TaskOutcome.Cancelled) {
            w.putByte(CANCELLED);
        } else if (outcome instanceof TaskOutcome.Impossible impossible) {
            w.putByte(IMPOSSIBLE).putString(impossible.reason());
        } else if (outcome instanceof TaskOutcome.TimedOut timedOut) {
            w.putByte(TIMED_OUT).putBoolean(timedOut.running()).putString(timedOut.reason());
        }
    }

    private static TaskOutcome getOutcome(BodyReader r) throws ProtocolException {
        int code = r.getByte();
        return switch (code) {
            case VALUE -> new TaskOutcome.Value(ParcelCodec.get(r));
            case THROWN -> new TaskOutcome.Thrown(MessageCodec.getFault(r), r.getOptional(ParcelCodec::get));
            case STOPPED -> new TaskOutcome.Stopped(r.getList(MessageCodec::getFrame));
            case UNMET -> new TaskOutcome.Unmet(r.getString());
            case REFUSED -> new TaskOutcome.Refused(r.getString());
            case LOST -> new TaskOutcome.Lost(r.getString());
            case CANCELLED -> new TaskOutcome.Cancelled();
            case IMPOSSIBLE -> new TaskOutcome.Impossible(r.getString());
            case TIMED_OUT -> new TaskOutcome.TimedOut(r.getBoolean(), r.getString());
            default -> throw new ProtocolException("A task's outcome has the unknown code " + code);
        };
    }
}
