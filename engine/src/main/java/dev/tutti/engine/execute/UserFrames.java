package dev.tutti.engine.execute;

import dev.tutti.engine.wire.Frame;
import java.util.ArrayList;
import java.util.List;

/** The part of a stack that user code is to see: from the entry point up, without what the engine adds. */
final class UserFrames {

    private static final String RUNNER = "outcome";

    private UserFrames() {}

    /** The frames of an exception, newest first: all from the newest entry point on but our own. */
    static List<Frame> ofException(StackTraceElement[] stack) {
        int end = entryEnd(stack, firstRunner(stack));
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < end; i++) {
            if (!isOurs(stack[i].getClassName())) {
                frames.add(Frame.of(stack[i]));
            }
        }
        return frames;
    }

    /**
     * The frames of a thread that runs now, newest first: from an entry point up to where it called the engine, if it did.
     *
     * @param depth which entry point: that of a cell or task that waits may lie below that of another
     */
    static List<Frame> ofThread(StackTraceElement[] stack, int depth) {
        int end = entryEnd(stack, runner(stack, depth));
        int start = end;
        while (start > 0 && !isOurs(stack[start - 1].getClassName())) {
            start--;
        }
        List<Frame> frames = new ArrayList<>();
        for (int i = start; i < end; i++) {
            frames.add(Frame.of(stack[i]));
        }
        return frames;
    }

    /** Index of the newest frame that calls user code of its own; the length if there is none. */
    private static int firstRunner(StackTraceElement[] stack) {
        int i = 0;
        while (i < stack.length && !isRunner(stack[i])) {
            i++;
        }
        return i;
    }

    /** Index of the frame that calls the user code so many runs above the oldest. */
    private static int runner(StackTraceElement[] stack, int depth) {
        int passed = 0;
        for (int i = stack.length - 1; i >= 0; i--) {
            if (isRunner(stack[i]) && passed++ == depth) {
                return i;
            }
        }
        return stack.length;
    }

    /** Both run everything of theirs in a method of this name, and call it once. */
    private static boolean isRunner(StackTraceElement frame) {
        String className = frame.getClassName();
        return frame.getMethodName().equals(RUNNER)
                && (className.equals(TaskRunner.class.getName()) || className.equals(CellRunner.class.getName()));
    }

    /** Index after the entry point: what lies below is ours and reflection's. */
    private static int entryEnd(StackTraceElement[] stack, int runner) {
        int end = runner;
        while (end > 0 && isBelowEntry(stack[end - 1].getClassName())) {
            end--;
        }
        return end;
    }

    private static boolean isBelowEntry(String className) {
        return isOurs(className)
                || className.equals("java.lang.Thread")
                || className.startsWith("java.lang.reflect.")
                || className.startsWith("jdk.internal.reflect.");
    }

    private static boolean isOurs(String className) {
        return className.startsWith("dev.tutti.engine.")
                || className.startsWith("dev.tutti.client.")
                || className.startsWith("dev.tutti.woven.")
                || className.startsWith("REPL.$Defined$");
    }
}
