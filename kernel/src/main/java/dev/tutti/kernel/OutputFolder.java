package dev.tutti.kernel;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.kernel.fold.Folded;
import dev.tutti.kernel.fold.ResultGroup;
import dev.tutti.kernel.fold.StepReport;
import dev.tutti.kernel.magic.MagicException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file for each engine's outputs and result: {@code 0.out}, {@code 0.err}, {@code 0.result}, {@code local.out}. Those of
 * the step's targets are written anew; what one does not have this time is deleted, so that the folder never mixes runs.
 */
final class OutputFolder {

    private OutputFolder() {}

    /** Makes the folder, before anything runs. */
    static void make(Path folder) throws MagicException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new MagicException("The folder " + folder + " for the outputs cannot be made: "
                    + (Files.exists(folder) ? "there is a file of that name" : e.getMessage()) + ".");
        }
    }

    static void write(Path folder, StepReport report) throws MagicException {
        Map<EngineId, String> stdout = new TreeMap<>();
        Map<EngineId, String> stderr = new TreeMap<>();
        Map<EngineId, String> results = new TreeMap<>();
        spread(report.stdout(), stdout);
        spread(report.stderr(), stderr);
        for (ResultGroup group : report.results()) {
            group.engines().forEach(engine -> results.put(engine, group.value().text() + "\n"));
        }
        for (EngineId engine : report.targets()) {
            write(folder.resolve(engine + ".out"), stdout.get(engine));
            write(folder.resolve(engine + ".err"), stderr.get(engine));
            write(folder.resolve(engine + ".result"), results.get(engine));
        }
    }

    private static void spread(Iterable<Folded<String>> groups, Map<EngineId, String> texts) {
        groups.forEach(group -> group.engines().forEach(engine -> texts.put(engine, group.item())));
    }

    /** @param text null: there is none */
    private static void write(Path file, String text) throws MagicException {
        try {
            if (text == null) {
                Files.deleteIfExists(file);
            } else {
                Files.writeString(file, text);
            }
        } catch (IOException e) {
            throw new MagicException("The file " + file + " for an engine's output cannot be written: " + e + ".");
        }
    }
}
