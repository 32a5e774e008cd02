package dev.tutti.kernel.magic;

import dev.tutti.engine.measure.Figures;
import dev.tutti.engine.measure.HeapUse;
import dev.tutti.engine.measure.Units;
import dev.tutti.engine.target.TargetSpec;
import dev.tutti.engine.wire.EngineId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %heap}: what the heap holds. */
@Command(
        name = "heap",
        sortOptions = false,
        description = {
            "Shows how full the heap is and which classes' objects take most of it, after collecting garbage. With",
            "%%px in front: of the engines, side by side. It is answered while a cell runs there, too."
        })
final class HeapMagic implements Magic.Code {

    private static final int USUAL_ROWS = 12;
    private static final int MOST_ROWS = 200;

    @Option(
            names = {"-n", "--rows"},
            paramLabel = "ROWS",
            description = "so many classes. Default: 12.")
    private Integer rows;

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException {
        if (rows != null && (rows < 1 || rows > MOST_ROWS)) {
            throw new MagicException(
                    "%heap -n takes how many classes are shown, from 1 to " + MOST_ROWS + ", not " + rows + ".");
        }
        return List.of(new PlannedStep.Placed(this::show, context.px()::plain));
    }

    private void show(MagicContext context, TargetSpec targets) throws MagicException {
        SortedMap<EngineId, Figures> figures = context.measurements().inspect(targets, HeapUse.SUBJECT);
        int most = rows == null ? USUAL_ROWS : rows;
        if (figures.size() == 1) {
            one(HeapUse.of(figures.values().iterator().next()), most, context);
        } else {
            several(figures, most, context);
        }
    }

    private static void one(HeapUse heap, int most, MagicContext context) {
        context.print(Units.size(heap.usedBytes()) + " alive (" + Units.size(heap.beforeBytes())
                + " with garbage), " + Units.size(heap.committedBytes()) + " committed, at most "
                + Units.size(heap.maxBytes()) + "; " + heap.collections()
                + (heap.collections() == 1 ? " collection" : " collections") + " in " + heap.collectionMillis()
                + " ms so far");
        List<List<String>> table = new ArrayList<>();
        for (HeapUse.Row row :
                heap.classes().subList(0, Math.min(most, heap.classes().size()))) {
            table.add(List.of(row.type(), count(row.count()), Units.size(row.bytes())));
        }
        context.print(TextTable.of(List.of("class", "objects", "size"), table, context.width()));
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static void several(SortedMap<EngineId, Figures> figures, int most, MagicContext context) {
        EngineTable table = new EngineTable(
                "alive", Units::size, "alive", "with garbage", "committed", "at most", "collections", "collecting");
        Map<String, long[]> sums = new LinkedHashMap<>();
        Map<String, EngineId> fullest = new LinkedHashMap<>();
        figures.forEach((engine, told) -> {
            HeapUse heap = HeapUse.of(told);
            table.add(
                    engine,
                    heap.usedBytes(),
                    Units.size(heap.beforeBytes()),
                    Units.size(heap.committedBytes()),
                    Units.size(heap.maxBytes()),
                    Long.toString(heap.collections()),
                    heap.collectionMillis() + " ms");
            for (HeapUse.Row row : heap.classes()) {
                long[] sum = sums.computeIfAbsent(row.type(), _ -> new long[3]);
                sum[0] += row.count();
                sum[1] += row.bytes();
                if (row.bytes() > sum[2]) {
                    sum[2] = row.bytes();
                    fullest.put(row.type(), engine);
                }
            }
        });
        context.print(table.text(context.width()));
        List<List<String>> classes = sums.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> -entry.getValue()[1]))
                .limit(most)
                .map(entry -> List.of(
                        entry.getKey(),
                        count(entry.getValue()[0]),
                        Units.size(entry.getValue()[1]),
                        Units.size(entry.getValue()[2]) + " (" + fullest.get(entry.getKey()) + ")"))
                .toList();
        context.print("");
        context.print(TextTable.of(
                List.of("class", "objects, all engines", "size", "most (engine)"), classes, context.width()));
    }
}
