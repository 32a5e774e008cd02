package dev.tutti.kernel;

import dev.tutti.engine.wire.EngineId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The class paths of applications that engines have entered, until the compiler knows them too. Any thread brings them,
 * the thread that runs cells takes them.
 */
final class ApplicationClassPaths {

    private final Map<EngineId, List<Path>> waiting = new ConcurrentSkipListMap<>();

    /** An engine is about to enter an application; an empty class path: it has not after all. */
    void found(EngineId engine, List<Path> classPath) {
        if (classPath.isEmpty()) {
            waiting.remove(engine);
        } else {
            waiting.put(engine, classPath);
        }
    }

    /** Makes known what the applications of live engines have. @return the entries that were not known yet */
    List<Path> take(Kernel.Parts parts) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<Path> added = new ArrayList<>();
        for (EngineId engine : parts.engines().live()) {
            List<Path> found = waiting.remove(engine);
            if (found != null) {
                added.addAll(parts.extendClassPath(found));
            }
        }
        return added;
    }

    /** Before a cell is compiled: an engine may have been attached by code, too. */
    void beforeCell(Kernel.Parts parts, CellListener listener) {
        List<Path> added = take(parts);
        if (!added.isEmpty()) {
            listener.note("The application's class path is known now: "
                    + (added.size() == 1 ? added.getFirst() : added.size() + " entries") + ". %classpath shows all.");
        }
    }
}
