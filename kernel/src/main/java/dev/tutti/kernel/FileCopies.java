package dev.tutti.kernel;

import dev.tutti.client.FileRead;
import dev.tutti.client.FileWrite;
import dev.tutti.engine.codec.UnsendableException;
import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.kernel.magic.MagicException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Files to engines and back, piece by piece, as tasks whose functions come with the engines: neither side need share a
 * file system.
 */
final class FileCopies {

    private static final int PIECE_BYTES = 1 << 20;

    /** Makes calls and waits for them. */
    @FunctionalInterface
    interface Calls {
        TaskResults run(List<KernelTasks.Call> calls) throws MagicException;
    }

    private final KernelTasks tasks;
    private final Calls calls;

    FileCopies(KernelTasks tasks, Calls calls) {
        this.tasks = tasks;
        this.calls = calls;
    }

    /** @param told is given a sentence, which may be empty, and the calls that ended a file's way */
    void to(List<EngineId> engines, List<Path> files, String folder, BiConsumer<String, TaskResults> told)
            throws MagicException {
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new MagicException(
                        Files.isDirectory(file)
                                ? file + " is a folder; %copy takes files."
                                : "There is no file " + file + " here.");
            }
        }
        for (Path file : files) {
            copy(
                    file,
                    engines,
                    folder.replaceFirst("/+$", "/") + (folder.endsWith("/") ? "" : "/") + file.getFileName(),
                    told);
        }
    }

    private void copy(Path file, List<EngineId> engines, String to, BiConsumer<String, TaskResults> told)
            throws MagicException {
        try (InputStream bytes = Files.newInputStream(file)) {
            List<EngineId> going = engines;
            long at = 0;
            while (true) {
                byte[] piece = bytes.readNBytes(PIECE_BYTES);
                boolean last = piece.length < PIECE_BYTES;
                TaskResults written = write(new FileWrite(to, at, last), piece, going);
                at += piece.length;
                List<EngineId> well = written.succeeded(0);
                if (last || well.isEmpty() || !written.errors().isEmpty()) {
                    String done = last && !well.isEmpty()
                            ? "Copied " + file + " (" + at + " bytes) to " + EngineRanges.named(well) + ": " + to
                            : "";
                    told.accept(done, written);
                    if (last || well.isEmpty()) {
                        return;
                    }
                }
                going = well;
            }
        } catch (IOException e) {
            throw new MagicException("The file " + file + " cannot be read: " + e + ".");
        }
    }

    private TaskResults write(FileWrite function, byte[] piece, List<EngineId> engines) throws MagicException {
        Parcel value = encoded(piece);
        try {
            return calls.run(List.of(new KernelTasks.Call(function(function), engines, List.of(value))));
        } finally {
            tasks.codec().release(value);
        }
    }

    /** @param told as in {@link #to} */
    void from(List<EngineId> engines, List<String> files, Path folder, BiConsumer<String, TaskResults> told)
            throws MagicException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new MagicException("The folder " + folder + " cannot be made: "
                    + (Files.exists(folder) ? "there is a file of that name" : e.getMessage()) + ".");
        }
        for (String file : files) {
            fetch(file, engines, folder, told);
        }
    }

    private void fetch(String file, List<EngineId> engines, Path folder, BiConsumer<String, TaskResults> told)
            throws MagicException {
        Map<EngineId, OutputStream> open = new TreeMap<>();
        List<EngineId> coming = engines;
        List<EngineId> done = new ArrayList<>();
        try {
            for (long at = 0; !coming.isEmpty(); at += PIECE_BYTES) {
                TaskFunction read = function(new FileRead(file, at, PIECE_BYTES));
                TaskResults pieces = calls.run(List.of(new KernelTasks.Call(read, coming, List.of())));
                List<EngineId> more = new ArrayList<>();
                for (EngineId engine : pieces.succeeded(0)) {
                    byte[] piece = decoded(pieces.value(0, engine).orElseThrow());
                    if (!open.containsKey(engine)) {
                        open.put(engine, Files.newOutputStream(target(file, folder, engine)));
                    }
                    open.get(engine).write(piece);
                    (piece.length < PIECE_BYTES ? done : more).add(engine);
                }
                if (!pieces.errors().isEmpty()) {
                    told.accept("", pieces);
                }
                coming = more;
            }
        } catch (IOException e) {
            throw new MagicException(
                    "What engines sent of " + file + " cannot be written into " + folder + ": " + e + ".");
        } finally {
            close(open.values());
        }
        if (!done.isEmpty()) {
            told.accept(
                    "Copied " + file + " from " + EngineRanges.named(done) + ": "
                            + target(file, folder, done.getFirst()) + (done.size() > 1 ? ", …" : ""),
                    new TaskResults(List.of(), 0));
        }
    }

    private static Path target(String file, Path folder, EngineId engine) {
        return folder.resolve(Path.of(file).getFileName() + "." + engine);
    }

    private static void close(Iterable<OutputStream> streams) throws MagicException {
        for (OutputStream stream : streams) {
            try {
                stream.close();
            } catch (IOException e) {
                throw new MagicException("A copied file cannot be written to its end: " + e + ".");
            }
        }
    }

    private TaskFunction function(Object function) throws MagicException {
        return new TaskFunction.Call(Optional.empty(), encoded(function));
    }

    private Parcel encoded(Object value) throws MagicException {
        try {
            return tasks.codec().encode(value).parcel();
        } catch (UnsendableException e) {
            throw new MagicException(e.getMessage());
        }
    }

    private byte[] decoded(Parcel parcel) throws MagicException {
        try {
            return (byte[]) tasks.codec().decode(parcel);
        } catch (UnsendableException e) {
            throw new MagicException(e.getMessage());
        } finally {
            tasks.codec().release(parcel);
        }
    }
}
