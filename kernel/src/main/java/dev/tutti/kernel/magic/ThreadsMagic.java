package dev.tutti.kernel.magic;

import dev.tutti.engine.measure.Figures;
import dev.tutti.engine.measure.ThreadDump;
import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.target.TargetSpec;
import dev.tutti.engine.wire.EngineId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %threads}: where the threads are, equal stacks once. */
@Command(
        name = "threads",
        sortOptions = false,
        description = {
            "Shows the threads with their stacks; those that are at the same place stand together. With %%px in front:",
            "of the engines, also while a cell runs there (%%px -a f(), then %%px %%threads). Virtual threads without"
                    + " a name",
            "are called virtual."
        })
final class ThreadsMagic implements Magic.Code {

    private static final int USUAL_FRAMES = 8;
    private static final int MOST_FRAMES = 40;
    private static final int MOST_NAMES = 6;

    @Option(
            names = {"-a", "--all"},
            description = "those of the engine itself and of the JVM too")
    private boolean all;

    @Option(names = "-n", paramLabel = "FRAMES", description = "so many calls of a stack. Default: 8.")
    private Integer frames;

    /** Calls of a method by itself count once. */
    private static List<String> first(List<String> stack, int most) {
        List<String> first = new ArrayList<>();
        int places = 0;
        for (String frame : stack) {
            places += first.isEmpty() || !first.getLast().equals(frame) ? 1 : 0;
            if (places > most) {
                break;
            }
            first.add(frame);
        }
        return first;
    }

    /** What threads have in common that stand together. */
    private record Place(ThreadDump.Row likeness) {
        static Place of(ThreadDump.Row thread, int frames) {
            return new Place(new ThreadDump.Row(
                    "", thread.owner(), thread.state(), thread.waitsFor(), first(thread.frames(), frames), 1));
        }
    }

    /** The threads of an engine at one place. */
    private static final class Crowd {
        private final SortedSet<String> names = new TreeSet<>();
        private int count;

        void add(String name, int threads) {
            names.add(name);
            count += threads;
        }
    }

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException {
        if (frames != null && (frames < 1 || frames > MOST_FRAMES)) {
            throw new MagicException(
                    "%threads -n takes how many calls are shown, from 1 to " + MOST_FRAMES + ", not " + frames + ".");
        }
        return List.of(new PlannedStep.Placed(this::show, context.px()::plain));
    }

    private void show(MagicContext context, TargetSpec targets) throws MagicException {
        SortedMap<EngineId, Figures> figures = context.measurements().inspect(targets, ThreadDump.SUBJECT);
        boolean alone = figures.size() == 1 && figures.firstKey().isLocal();
        Map<Place, SortedMap<EngineId, Crowd>> places = new LinkedHashMap<>();
        SortedMap<EngineId, SortedSet<String>> deadlocked = new TreeMap<>();
        int hidden = 0;
        for (Map.Entry<EngineId, Figures> told : figures.entrySet()) {
            ThreadDump dump = ThreadDump.of(told.getValue());
            if (!dump.deadlocked().isEmpty()) {
                deadlocked.put(told.getKey(), new TreeSet<>(dump.deadlocked()));
            }
            for (ThreadDump.Row thread : dump.threads()) {
                if (!all && thread.owner() != ThreadDump.Owner.USER) {
                    hidden += thread.count();
                    continue;
                }
                places.computeIfAbsent(Place.of(thread, frames == null ? USUAL_FRAMES : frames), _ -> new TreeMap<>())
                        .computeIfAbsent(told.getKey(), _ -> new Crowd())
                        .add(name(thread, told.getKey()), thread.count());
            }
        }
        List<Map.Entry<Place, SortedMap<EngineId, Crowd>>> sorted = new ArrayList<>(places.entrySet());
        sorted.sort((a, b) -> count(b.getValue()) - count(a.getValue()));
        sorted.forEach(place -> context.print(text(place.getKey().likeness(), place.getValue(), alone)));
        deadlocked.forEach((engine, names) -> context.print((alone ? "" : "[" + engine + "] ") + "Deadlock: "
                + String.join(", ", names) + " wait for each other for ever."));
        if (places.isEmpty()) {
            context.print(
                    "No thread runs code of yours (" + hidden + " of the engine itself and the JVM: %threads --all).");
        } else if (hidden > 0) {
            context.print("(and " + hidden + " of the engine itself and the JVM: %threads --all)");
        }
    }

    /** Engines name their main threads by their number; here they are alike. */
    private static String name(ThreadDump.Row thread, EngineId engine) {
        return thread.name().replace("engine-" + engine + "-", "");
    }

    private static int count(SortedMap<EngineId, Crowd> threads) {
        return threads.values().stream().mapToInt(crowd -> crowd.count).sum();
    }

    private static String text(ThreadDump.Row place, SortedMap<EngineId, Crowd> threads, boolean alone) {
        List<String> names = threads.values().stream()
                .flatMap(crowd -> crowd.names.stream())
                .distinct()
                .sorted()
                .toList();
        String who = alone ? "" : "[" + EngineRanges.of(threads.keySet()) + "] ";
        int count = count(threads);
        StringBuilder text = new StringBuilder(who)
                .append(count == 1 ? "" : count + " threads ")
                .append(place.state())
                .append(": ")
                .append(String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size()))))
                .append(names.size() > MOST_NAMES ? ", ..." : "");
        if (!place.waitsFor().isEmpty()) {
            text.append("\n      waits for ").append(place.waitsFor());
        }
        int i = 0;
        while (i < place.frames().size()) {
            String frame = place.frames().get(i);
            int again = i + 1;
            while (again < place.frames().size() && place.frames().get(again).equals(frame)) {
                again++;
            }
            text.append("\n      at ").append(frame);
            if (again - i > 1) {
                text.append(", ").append(again - i).append(" times");
            }
            i = again;
        }
        return text.toString();
    }
}
