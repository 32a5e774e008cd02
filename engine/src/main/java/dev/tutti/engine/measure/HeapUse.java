package dev.tutti.engine.measure;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What the heap holds: sizes, and how many objects of which class are alive. Taking it collects garbage first.
 *
 * @param beforeBytes used before garbage was collected
 * @param usedBytes used by what is alive
 * @param committedBytes what the JVM has of the system
 * @param maxBytes what it may take
 * @param collections how often collectors have run since the JVM began, apart from for this
 * @param collectionMillis for how long
 * @param classes those whose objects take most, in that order
 */
public record HeapUse(
        long beforeBytes,
        long usedBytes,
        long committedBytes,
        long maxBytes,
        long collections,
        long collectionMillis,
        List<Row> classes) {

    /** Asks for it. */
    public static final String SUBJECT = "heap";

    private static final int MOST_CLASSES = 200;
    private static final Pattern ROW = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+).*");

    /** The objects of a class. */
    public record Row(String type, long count, long bytes) {}

    public HeapUse {
        classes = List.copyOf(classes);
    }

    /** Of this JVM, now. */
    static HeapUse take() {
        MemoryUsage before = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
        long collections = collectors.stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
        long millis = collectors.stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
        List<Row> classes = histogram();
        MemoryUsage after = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return new HeapUse(
                before.getUsed(),
                classes.stream().mapToLong(Row::bytes).sum(),
                after.getCommitted(),
                after.getMax(),
                collections,
                millis,
                classes.stream().limit(MOST_CLASSES).toList());
    }

    /** Of this JVM, now. @throws IllegalStateException if the JVM does not tell */
    public static HeapUse now() {
        if (ModuleLayer.boot().findModule("jdk.management").isEmpty()) {
            throw new IllegalStateException("its Java has no module jdk.management, which would tell");
        }
        return take();
    }

    private static List<Row> histogram() {
        String text;
        try {
            text = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
        } catch (JMException e) {
            throw new IllegalStateException("the JVM has no diagnostic command for it", e);
        }
        List<Row> rows = new ArrayList<>();
        text.lines().forEach(line -> {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(
                        new Row(TypeName.of(row.group(3)), Long.parseLong(row.group(1)), Long.parseLong(row.group(2))));
            }
        });
        return rows;
    }

    /** For the kernel. */
    public Figures figures() {
        Figures.Builder figures = new Figures.Builder()
                .row(SUBJECT, beforeBytes, usedBytes, committedBytes, maxBytes, collections, collectionMillis);
        classes.forEach(row -> figures.row("class", row.type(), row.count(), row.bytes()));
        return figures.build();
    }

    /** From an engine. */
    public static HeapUse of(Figures figures) {
        List<Long> sizes = figures.row(SUBJECT).stream().map(Long::parseLong).toList();
        return new HeapUse(
                sizes.get(0),
                sizes.get(1),
                sizes.get(2),
                sizes.get(3),
                sizes.get(4),
                sizes.get(5),
                figures.all("class").stream()
                        .map(row -> new Row(row.get(0), Long.parseLong(row.get(1)), Long.parseLong(row.get(2))))
                        .toList());
    }
}
