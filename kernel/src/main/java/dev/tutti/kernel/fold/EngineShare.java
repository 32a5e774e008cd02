package dev.tutti.kernel.fold;

import dev.tutti.engine.wire.EngineId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that came from some engines of which everything is equal.
 *
 * @param engines the engines, ascending
 */
public record EngineShare(
        List<EngineId> engines,
        Optional<Folded<String>> stdout,
        Optional<Folded<String>> stderr,
        Optional<ResultGroup> result,
        Optional<Folded<CellError>> error) {

    public EngineShare {
        engines = List.copyOf(engines);
    }

    /** Which groups of a report an engine is in; -1: none. */
    private record Membership(int stdout, int stderr, int result, int error) {}

    /** The shares of a step, in the order of their lowest engine. */
    public static List<EngineShare> of(StepReport report) {
        Map<Membership, List<EngineId>> shares = new LinkedHashMap<>();
        for (EngineId engine : report.targets()) {
            Membership membership = new Membership(
                    group(report.stdout(), engine),
                    group(report.stderr(), engine),
                    result(report.results(), engine),
                    group(report.errors(), engine));
            shares.computeIfAbsent(membership, _ -> new ArrayList<>()).add(engine);
        }
        List<EngineShare> list = new ArrayList<>();
        shares.forEach((membership, engines) -> list.add(new EngineShare(
                engines,
                part(report.stdout(), membership.stdout(), engines),
                part(report.stderr(), membership.stderr(), engines),
                membership.result() < 0
                        ? Optional.empty()
                        : Optional.of(narrowed(report.results().get(membership.result()), engines)),
                part(report.errors(), membership.error(), engines))));
        return list;
    }

    private static ResultGroup narrowed(ResultGroup group, List<EngineId> engines) {
        return new ResultGroup(engines, group.value(), group.differsUnseen());
    }

    private static <T> Optional<Folded<T>> part(List<Folded<T>> groups, int index, List<EngineId> engines) {
        return index < 0
                ? Optional.empty()
                : Optional.of(new Folded<>(engines, groups.get(index).item()));
    }

    private static <T> int group(List<Folded<T>> groups, EngineId engine) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).engines().contains(engine)) {
                return i;
            }
        }
        return -1;
    }

    private static int result(List<ResultGroup> groups, EngineId engine) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).engines().contains(engine)) {
                return i;
            }
        }
        return -1;
    }
}
