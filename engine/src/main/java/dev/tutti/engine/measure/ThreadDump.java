package dev.tutti.engine.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The threads of a JVM and where they are.
 *
 * @param threads all but the one that looked, by name; virtual threads last, those at the same place as one row
 * @param deadlocked names of those that wait for each other for ever
 */
public record ThreadDump(List<Row> threads, Set<String> deadlocked) {

    /** Asks for it. */
    public static final String SUBJECT = "threads";

    private static final int MOST_FRAMES = 40;
    private static final Set<String> JVM = Set.of(
            "Reference Handler",
            "Finalizer",
            "Signal Dispatcher",
            "Common-Cleaner",
            "Cleaner-0",
            "Notification Thread",
            "Attach Listener",
            "process reaper",
            "DestroyJavaVM",
            "VirtualThread-unblocker",
            "VirtualThread-unparker",
            "JFR Recorder Thread",
            "JFR Periodic Tasks",
            "JFR Shutdown Hook");

    /** Whose a thread is. */
    public enum Owner {
        USER,
        ENGINE,
        JVM
    }

    /**
     * A thread, or several virtual ones that are alike.
     *
     * @param state as Java has it, in small letters
     * @param waitsFor the lock it waits for and who has it; empty if none
     * @param frames newest first; bounded
     * @param count how many threads it stands for
     */
    public record Row(String name, Owner owner, String state, String waitsFor, List<String> frames, int count) {
        public Row {
            frames = List.copyOf(frames);
        }

        /** The same for several. */
        Row counting(int threads) {
            return new Row(name, owner, state, waitsFor, frames, threads);
        }
    }

    public ThreadDump {
        threads = List.copyOf(threads);
        deadlocked = Set.copyOf(deadlocked);
    }

    /** Of this JVM, now. */
    public static ThreadDump now() {
        ThreadMXBean beans = ManagementFactory.getThreadMXBean();
        Map<Long, ThreadInfo> infos = Arrays.stream(beans.dumpAllThreads(false, false, MOST_FRAMES))
                .filter(info -> info != null
                        && info.getThreadId() != Thread.currentThread().threadId())
                .collect(Collectors.toMap(ThreadInfo::getThreadId, Function.identity()));
        Map<Long, Thread> threads = Thread.getAllStackTraces().keySet().stream()
                .collect(Collectors.toMap(Thread::threadId, Function.identity()));
        List<Row> rows = new ArrayList<>();
        infos.values().forEach(info -> rows.add(row(info, threads.get(info.getThreadId()))));
        rows.sort((a, b) -> a.name().compareTo(b.name()));
        rows.addAll(virtual());
        long[] deadlocked = beans.findDeadlockedThreads();
        Set<String> names = new TreeSet<>();
        if (deadlocked != null) {
            Arrays.stream(deadlocked)
                    .filter(infos::containsKey)
                    .forEach(id -> names.add(infos.get(id).getThreadName()));
        }
        return new ThreadDump(rows, names);
    }

    private static List<Row> virtual() {
        if (ModuleLayer.boot().findModule("jdk.management").isEmpty()) {
            return List.of();
        }
        try {
            return VirtualThreads.now(MOST_FRAMES);
        } catch (IOException e) {
            System.getLogger(ThreadDump.class.getName())
                    .log(System.Logger.Level.WARNING, "The virtual threads cannot be told.", e);
            return List.of();
        }
    }

    private static Row row(ThreadInfo info, Thread thread) {
        Owner owner = owner(info, thread);
        List<String> frames = new ArrayList<>();
        for (StackTraceElement frame :
                owner == Owner.USER ? usersPart(info.getStackTrace()) : List.of(info.getStackTrace())) {
            if (!FrameName.isMachinery(frame.getClassName())) {
                frames.add(FrameName.of(frame));
            }
        }
        String lock = info.getLockName();
        String holder = info.getLockOwnerName();
        String waitsFor = lock == null || holder == null
                ? ""
                : TypeName.of(lock.substring(0, Math.max(0, lock.indexOf('@')))) + ", which " + holder + " has";
        return new Row(
                info.getThreadName(),
                owner,
                info.getThreadState().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                waitsFor,
                frames,
                1);
    }

    /** The calls above the engine's own. */
    private static List<StackTraceElement> usersPart(StackTraceElement[] stack) {
        int end = 0;
        while (end < stack.length && !stack[end].getClassName().startsWith("dev.tutti.engine.")) {
            end++;
        }
        while (end > 0
                && (stack[end - 1].getClassName().equals("java.lang.Thread")
                        || stack[end - 1].getClassName().startsWith("java.lang.reflect.")
                        || stack[end - 1].getClassName().startsWith("jdk.internal.reflect."))) {
            end--;
        }
        return List.of(stack).subList(0, end);
    }

    /** A main thread that waits for its next cell runs no code of the user's. */
    private static boolean isIdle(ThreadInfo info) {
        return Arrays.stream(info.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("dev.tutti.engine."))
                .findFirst()
                .filter(frame -> frame.getClassName().equals("dev.tutti.engine.execute.MainQueue"))
                .isPresent();
    }

    private static Owner owner(ThreadInfo info, Thread thread) {
        String group = thread == null || thread.getThreadGroup() == null
                ? ""
                : thread.getThreadGroup().getName();
        if (group.equals("tutti") || isIdle(info) || info.getThreadName().startsWith("fory-")) {
            return Owner.ENGINE;
        }
        boolean carriesVirtualThreads =
                thread != null && thread.getClass().getName().equals("jdk.internal.misc.CarrierThread");
        return group.equals("system") || carriesVirtualThreads || JVM.contains(info.getThreadName())
                ? Owner.JVM
                : Owner.USER;
    }

    /** For the kernel. */
    public Figures figures() {
        Figures.Builder figures = new Figures.Builder().row(SUBJECT, threads.size());
        for (Row thread : threads) {
            List<Object> cells = new ArrayList<>(
                    List.of(thread.count(), thread.name(), thread.owner(), thread.state(), thread.waitsFor()));
            cells.addAll(thread.frames());
            figures.row("thread", cells.toArray());
        }
        deadlocked.forEach(name -> figures.row("deadlocked", name));
        return figures.build();
    }

    /** From an engine. */
    public static ThreadDump of(Figures figures) {
        return new ThreadDump(
                figures.all("thread").stream()
                        .map(row -> new Row(
                                row.get(1),
                                Owner.valueOf(row.get(2)),
                                row.get(3),
                                row.get(4),
                                row.subList(5, row.size()),
                                Integer.parseInt(row.getFirst())))
                        .toList(),
                figures.all("deadlocked").stream().map(List::getFirst).collect(Collectors.toSet()));
    }
}
