package dev.tutti.kernel.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A {@link PrivateFolder} with a short path for one socket; what dead processes have left is swept by the next one. */
final class SocketFolder implements AutoCloseable {

    /** The longest path that the kernel takes for a socket, less the end mark (macOS takes a few bytes less). */
    private static final int LONGEST_PATH = 103;

    private static final String SOCKET = "s";

    /** Younger folders may be about to be locked. */
    private static final Duration SWEEP_AGE = Duration.ofMinutes(1);

    private static final PrivateFolder.Kind KIND = new PrivateFolder.Kind() {
        @Override
        public String prefix() {
            return "tutti-";
        }

        @Override
        public String lock() {
            return "lock";
        }

        @Override
        public void remove(Path folder) throws IOException {
            for (String name : List.of(SOCKET, lock())) {
                Files.deleteIfExists(folder.resolve(name));
            }
            try {
                Files.deleteIfExists(folder);
            } catch (NoSuchFileException _) {
                // another process sweeps at the same time
            }
        }
    };

    private final PrivateFolder folder;

    private SocketFolder(PrivateFolder folder) {
        this.folder = folder;
    }

    /** A new folder in the first place of the machine that allows one. */
    static SocketFolder create() throws IOException {
        Optional<Path> runtime =
                Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR")).map(Path::of);
        List<Path> places = Stream.of(
                        runtime,
                        Optional.of(Path.of(System.getProperty("java.io.tmpdir"))),
                        Optional.of(Path.of("/tmp")))
                .flatMap(Optional::stream)
                .toList();
        return create(places);
    }

    static SocketFolder create(List<Path> places) throws IOException {
        IOException last = new IOException("No folder can be made for the engines' socket in any of " + places
                + ": each is missing, not writable, or too long. Set XDG_RUNTIME_DIR to a short path that is"
                + " writable.");
        for (Path place : places) {
            if (!Files.isWritable(place)) {
                continue;
            }
            try {
                SocketFolder made = new SocketFolder(PrivateFolder.create(place.toAbsolutePath(), KIND));
                if (made.socket().toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH) {
                    return made;
                }
                made.close();
            } catch (IOException e) {
                last.addSuppressed(e);
            }
        }
        throw last;
    }

    /** Removes what dead processes have left beside this folder. */
    void sweep() {
        Path own = folder.path();
        Instant young = Instant.now().minus(SWEEP_AGE);
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(own.getParent(), KIND.prefix() + "*")) {
            for (Path other : folders) {
                if (!other.equals(own)
                        && Files.isDirectory(other)
                        && Files.getLastModifiedTime(other).toInstant().isBefore(young)
                        && PrivateFolder.owner(other, KIND) == PrivateFolder.Owner.GONE) {
                    KIND.remove(other);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(SocketFolder.class.getName())
                    .log(Level.DEBUG, "The sweep of old socket folders ended early", e);
        }
    }

    Path socket() {
        return folder.path().resolve(SOCKET);
    }

    @Override
    public void close() {
        folder.close();
    }
}
