package dev.tutti.engine.measure;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The virtual threads of a JVM. No API lists them; the JVM writes them to a file in the form of {@code jcmd
 * Thread.dump_to_file}, which is read here. There may be a million of them, so those at the same place are one row.
 */
final class VirtualThreads {

    private static final Pattern THREAD = Pattern.compile("#\\d+ \"(.*)\" (virtual )?(?:([A-Z_]+) )?\\S+");
    private static final Pattern FRAME = Pattern.compile(" +(?:at )?(?:.*/(?!0x))?([^()]+)\\.([^.()]+)\\((.*)\\)");
    private static final Pattern LINE = Pattern.compile("(.*):(\\d+)");

    /** How the JVM runs and parks them. */
    private static final Pattern MACHINERY =
            Pattern.compile("java\\.lang\\.VirtualThread(\\$.*)?|java\\.lang\\.System\\$\\d+|jdk\\.internal\\..*");

    private final int mostFrames;
    private final Map<ThreadDump.Row, Integer> counts = new LinkedHashMap<>();

    private VirtualThreads(int mostFrames) {
        this.mostFrames = mostFrames;
    }

    /** Of this JVM, now. @throws IOException if there is no folder for the file, or the JVM cannot write it */
    static List<ThreadDump.Row> now(int mostFrames) throws IOException {
        Path folder = Files.createTempDirectory("tutti-threads");
        Path file = folder.resolve("dump");
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(file.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
            try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
                return read(lines::iterator, mostFrames);
            }
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    /** Reads what the JVM has written; what is no virtual thread is passed over. */
    static List<ThreadDump.Row> read(Iterable<String> lines, int mostFrames) {
        VirtualThreads threads = new VirtualThreads(mostFrames);
        Matcher thread = null;
        List<StackTraceElement> stack = new ArrayList<>();
        for (String line : lines) {
            Matcher begins = THREAD.matcher(line);
            Matcher frame = FRAME.matcher(line);
            if (begins.matches()) {
                threads.add(thread, stack);
                thread = begins.group(2) == null ? null : begins;
                stack.clear();
            } else if (thread != null && !line.startsWith("    -") && frame.matches()) {
                stack.add(element(frame));
            }
        }
        threads.add(thread, stack);
        List<ThreadDump.Row> rows = new ArrayList<>();
        threads.counts.forEach((row, count) -> rows.add(row.counting(count)));
        return rows;
    }

    private void add(Matcher thread, List<StackTraceElement> stack) {
        if (thread == null) {
            return;
        }
        stack.removeIf(frame -> MACHINERY.matcher(frame.getClassName()).matches());
        List<String> frames = stack.stream()
                .filter(frame -> !FrameName.isMachinery(frame.getClassName()))
                .limit(mostFrames)
                .map(FrameName::of)
                .toList();
        String state = thread.group(3) == null
                ? "virtual"
                : thread.group(3).toLowerCase(Locale.ROOT).replace('_', ' ');
        String name = thread.group(1).isEmpty() ? "virtual" : thread.group(1);
        counts.merge(new ThreadDump.Row(name, owner(stack), state, "", frames, 1), 1, Integer::sum);
    }

    /** Whose code began it: the oldest call that is not the JDK's. */
    private static ThreadDump.Owner owner(List<StackTraceElement> stack) {
        return stack.reversed().stream()
                        .map(StackTraceElement::getClassName)
                        .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk."))
                        .findFirst()
                        .filter(name -> name.startsWith("dev.tutti."))
                        .isPresent()
                ? ThreadDump.Owner.ENGINE
                : ThreadDump.Owner.USER;
    }

    private static StackTraceElement element(Matcher frame) {
        String place = frame.group(3);
        Matcher line = LINE.matcher(place);
        boolean known = line.matches();
        String file = known ? line.group(1) : place.endsWith("Source") || place.endsWith("Method") ? null : place;
        return new StackTraceElement(
                frame.group(1), frame.group(2), file, known ? Integer.parseInt(line.group(2)) : -1);
    }
}
