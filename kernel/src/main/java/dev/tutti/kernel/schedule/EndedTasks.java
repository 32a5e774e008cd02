package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.TaskId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a client's tasks have ended, for the dependencies of later ones: the last million or so, in 4 bytes each. Clients
 * number their tasks in sequence, so the endings lie in pages of neighbours; the oldest page is forgotten when there are
 * too many.
 */
final class EndedTasks {

    static final int PAGES = 1024;
    static final int PAGE = 1024;

    private final Map<Long, int[]> pages = new LinkedHashMap<>();
    private long newestNumber = -1;
    private int[] newest = {};

    void add(TaskId task, Ending ending) {
        page(Math.floorDiv(task.value(), PAGE))[Math.floorMod(task.value(), PAGE)] = code(ending);
    }

    Optional<Ending> find(TaskId task) {
        int[] page = pages.get(Math.floorDiv(task.value(), (long) PAGE));
        return page == null ? Optional.empty() : ending(page[Math.floorMod(task.value(), PAGE)]);
    }

    private int[] page(long number) {
        if (number != newestNumber) {
            newest = pages.computeIfAbsent(number, _ -> new int[PAGE]);
            newestNumber = number;
            if (pages.size() > PAGES) {
                pages.remove(pages.keySet().iterator().next());
            }
        }
        return newest;
    }

    /** Not 0, which stands for a task that has not ended: place (0 none, 1 local, …), success, 1. */
    private static int code(Ending ending) {
        int place = ending.place().map(engine -> engine.number() + 2).orElse(0);
        return place << 2 | (ending.success() ? 2 : 0) | 1;
    }

    private static Optional<Ending> ending(int code) {
        if (code == 0) {
            return Optional.empty();
        }
        int place = code >>> 2;
        return Optional.of(
                new Ending((code & 2) != 0, place == 0 ? Optional.empty() : Optional.of(new EngineId(place - 2))));
    }
}
