package dev.tutti.engine.execute;

import dev.tutti.engine.wire.Frame;
import java.util.ArrayList;
import java.util.List;

/** The part of a stack that user code is to see: from the entry point up, without what the engine adds. */
final class UserFrames {

    private UserFrames() {}

    /** The frames of an exception, newest first: all from the entry point on but our own. */
    static List<Frame> ofException(StackTraceElement[] stack) {
        int end = entryEnd(stack);
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < end; i++) {
            if (!isOurs(stack[i].getClassName())) {
                frames.add(Frame.of(stack[i]));
            }
        }
        return frames;
    }

    /** The frames of a thread that runs now, newest first: from the entry point up to where it called the engine, if it did. */
    static List<Frame> ofThread(StackTraceElement[] stack) {
        int end = entryEnd(stack);
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

    /** Index after the entry point: what lies below is ours and reflection's. */
    private static int entryEnd(StackTraceElement[] stack) {
        int end = stack.length;
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
                || className.startsWith("dev.tutti.woven.")
                || className.startsWith("REPL.$Defined$");
    }
}
