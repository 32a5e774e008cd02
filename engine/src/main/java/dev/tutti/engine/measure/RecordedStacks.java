package dev.tutti.engine.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/** Reads the recorder's file. Threads of the engine itself are left out, and of stacks what is not the user's. */
final class RecordedStacks {

    /** In place of the calls that the recorder has left out of a deep stack. */
    private static final String DEEPER = "(deeper)";

    private final Map<List<String>, Long> stacks = new HashMap<>();
    private final Map<String, Long> allocations = new HashMap<>();
    private final Map<List<String>, Long> sites = new HashMap<>();

    private final Set<Long> met = new HashSet<>();

    private RecordedStacks() {}

    static Profile read(Path file, Duration wall) throws IOException {
        RecordedStacks read = new RecordedStacks();
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                read.take(events.readEvent());
            }
        }
        return new Profile(wall, read.stacks, read.allocations, read.sites);
    }

    private void take(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.ExecutionSample" ->
                users(event, "sampledThread").ifPresent(stack -> stacks.merge(stack, 1L, Long::sum));
            case "jdk.ObjectAllocationSample" ->
                users(event, "eventThread").ifPresent(stack -> {
                    // A thread's first sample also stands for what it had allocated before the recording.
                    long bytes = met.add(event.getThread("eventThread").getId()) ? 0 : event.getLong("weight");
                    RecordedClass type = event.getClass("objectClass");
                    if (bytes > 0) {
                        sites.merge(stack, bytes, Long::sum);
                        allocations.merge(TypeName.of(type.getName()), bytes, Long::sum);
                    }
                });
            default -> {
                // The recorder's notes on itself.
            }
        }
    }

    /** The user's part of a stack, oldest call first; nothing for a thread of the engine. */
    private static Optional<List<String>> users(RecordedEvent event, String threadField) {
        RecordedThread thread = event.getThread(threadField);
        boolean engines = thread != null
                && thread.getThreadGroup() != null
                && "tutti".equals(thread.getThreadGroup().getName());
        if (engines || event.getStackTrace() == null) {
            return Optional.empty();
        }
        List<String> stack = new ArrayList<>();
        for (RecordedFrame frame : event.getStackTrace().getFrames()) {
            RecordedMethod method = frame.getMethod();
            String type = method.getType().getName();
            if (type.equals(ProfiledCode.class.getName())) {
                break;
            }
            if (type.equals(Profile.class.getName())) {
                return Optional.empty(); // the recorder is being started or stopped
            }
            if (!FrameName.isMachinery(type)) {
                stack.add(FrameName.method(type, method.getName()));
            }
        }
        if (stack.isEmpty()) {
            return Optional.empty();
        }
        if (event.getStackTrace().isTruncated()) {
            stack.add(DEEPER);
        }
        return Optional.of(List.copyOf(stack.reversed()));
    }
}
