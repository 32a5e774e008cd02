package dev.tutti.kernel.magic;

import dev.tutti.engine.measure.Figures;
import dev.tutti.engine.measure.Profile;
import dev.tutti.engine.measure.Units;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.kernel.cell.CellSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %prun}, after IPython's: where code spends its time, by the JDK's flight recorder. */
@Command(
        name = "prun",
        sortOptions = false,
        customSynopsis = {"%%prun [OPTIONS] CODE", "%%%%prun [OPTIONS]", "      CODE LINES"},
        description = {
            "Runs code while the flight recorder looks at the running threads, some 200 times a second, and tells"
                    + " which",
            "methods it met, and which classes were allocated. Code should run for a second or more: -n repeats it."
        })
final class PrunMagic implements Magic.Code {

    private static final int USUAL_ROWS = 15;
    private static final int MOST_CLASSES = 5;
    private static final int FEW_SAMPLES = 20;

    /** What methods are sorted by. */
    enum Key {
        self,
        total
    }

    @Option(names = "-n", paramLabel = "TIMES", description = "run it so many times. Default: 1.")
    private Long times;

    @Option(names = "-l", paramLabel = "ROWS", description = "so many methods. Default: 15.")
    private Integer rows;

    @Option(
            names = "-s",
            paramLabel = "KEY",
            description = "sort by self (in the method itself, the default) or total (with what it calls)")
    private Key key = Key.self;

    @Option(names = "-o", paramLabel = "FILE", description = "write a flame graph, a page for the browser")
    private Path graph;

    @Option(names = "-q", description = "no table: only the graph is wanted")
    private boolean quiet;

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        if (times != null && times < 1) {
            throw new MagicException("%prun -n takes how many times the code runs, at least 1, not " + times + ".");
        }
        if (rows != null && rows < 1) {
            throw new MagicException("%prun -l takes how many methods are shown, at least 1, not " + rows + ".");
        }
        if (graph != null
                && graph.toAbsolutePath().getParent() != null
                && !Files.isDirectory(graph.toAbsolutePath().getParent())) {
            throw new MagicException(
                    "There is no folder " + graph.toAbsolutePath().getParent()
                            + " for the flame graph: make it first, or name another file.");
        }
        MeasuringStep.requireJava(code, "prun", "%prun f(30)");
        String call = "dev.tutti.client.Measure.profile(" + (times == null ? 1 : times) + "L, ";
        return MeasuringStep.of(code, MeasuredCode.argument(code, call), context, this::tell);
    }

    private void tell(SortedMap<EngineId, Figures> figures, MagicContext context) throws MagicException {
        SortedMap<EngineId, Profile> profiles = new TreeMap<>();
        figures.forEach((engine, told) -> profiles.put(engine, Profile.of(told)));
        Profile all = profiles.values().stream().reduce(Profile::plus).orElseThrow();
        if (!quiet) {
            table(profiles, all, context);
        }
        if (graph != null) {
            write(all, context);
        }
    }

    private void table(SortedMap<EngineId, Profile> profiles, Profile all, MagicContext context) {
        context.print(all.samples() + " samples, one each " + Profile.PERIOD.toMillis() + " ms, in "
                + (profiles.size() > 1 ? "at most " : "")
                + Units.time(all.wall().toNanos()));
        if (all.samples() > 0) {
            methods(profiles, all, context);
        }
        if (all.samples() < FEW_SAMPLES) {
            context.print("That is too few to tell much. Let it run for longer, or repeat it: %prun -n 1000 CODE.");
        }
        String classes = all.allocations().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_CLASSES)
                .map(entry -> entry.getKey() + " " + Units.size(entry.getValue()))
                .collect(Collectors.joining(", "));
        if (!classes.isEmpty()) {
            context.print("allocated, about: " + classes);
        }
    }

    private void methods(SortedMap<EngineId, Profile> profiles, Profile all, MagicContext context) {
        ProfileShares shares = ProfileShares.of(all);
        SortedMap<EngineId, ProfileShares> each = new TreeMap<>();
        profiles.forEach((engine, profile) -> each.put(engine, ProfileShares.of(profile)));
        List<List<String>> table = new ArrayList<>();
        for (String method : shares.sorted(key == Key.self, rows == null ? USUAL_ROWS : rows)) {
            List<String> row =
                    new ArrayList<>(List.of(percent(shares.self(method)), percent(shares.total(method)), method));
            if (profiles.size() > 1) {
                row.add(2, spread(each, method));
            }
            table.add(row);
        }
        List<String> header = new ArrayList<>(List.of("self", "total", "method"));
        if (profiles.size() > 1) {
            header.add(2, "of engines");
        }
        context.print(TextTable.of(header, table, context.width()));
    }

    private String spread(SortedMap<EngineId, ProfileShares> each, String method) {
        Comparator<Map.Entry<EngineId, ProfileShares>> byShare =
                Comparator.comparingDouble(entry -> share(entry.getValue(), method));
        var least = each.entrySet().stream().min(byShare).orElseThrow();
        var most = each.entrySet().stream().max(byShare).orElseThrow();
        String low = percent(share(least.getValue(), method));
        String high = percent(share(most.getValue(), method));
        return low.equals(high) ? low : low + " (" + least.getKey() + ") to " + high + " (" + most.getKey() + ")";
    }

    private double share(ProfileShares shares, String method) {
        return key == Key.self ? shares.self(method) : shares.total(method);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private void write(Profile profile, MagicContext context) throws MagicException {
        try {
            Files.writeString(graph, FlameGraph.page(profile));
        } catch (IOException e) {
            throw new MagicException("The flame graph could not be written to " + graph + ": " + e.getMessage() + ".");
        }
        context.print("The flame graph is in " + graph + ": open it in a browser.");
    }
}
