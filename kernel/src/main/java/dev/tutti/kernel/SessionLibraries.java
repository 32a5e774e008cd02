package dev.tutti.kernel;

import dev.tutti.kernel.deps.Coordinates;
import dev.tutti.kernel.deps.MavenResolver;
import dev.tutti.kernel.deps.Progress;
import dev.tutti.kernel.deps.Resolution;
import dev.tutti.kernel.deps.Wishes;
import dev.tutti.kernel.magic.Libraries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a session has wished from repositories, and what it came to. The thread that runs cells, but for {@link #watch}. */
final class SessionLibraries {

    /** What moves now. */
    record Transfer(String file, String from, long bytes, long ofBytes) {}

    /** By coordinates without their version: there is one of each on a class path. */
    private final Map<Coordinates, Resolution.Artifact> present = new HashMap<>();

    private final Reloading reloading = new Reloading();
    private final ApplicationClassPaths applications = new ApplicationClassPaths();
    private Wishes wishes = Wishes.NONE;
    private Resolution resolution = Resolution.NONE;
    private Optional<MavenResolver> resolver = Optional.empty();
    private volatile boolean offline;
    private volatile Optional<Transfer> transfer = Optional.empty();

    Reloading reloading() {
        return reloading;
    }

    ApplicationClassPaths applications() {
        return applications;
    }

    Wishes wishes() {
        return wishes;
    }

    Resolution resolution() {
        return resolution;
    }

    /** Whether the network was forbidden last. */
    boolean isOffline() {
        return offline;
    }

    /** What a jar of the class path is in a repository; empty if it came another way. */
    Optional<Coordinates> coordinates(Path jar) {
        return present.values().stream()
                .filter(artifact -> artifact.file().equals(jar))
                .map(Resolution.Artifact::coordinates)
                .findFirst();
    }

    /** The transfer that was heard of last. Any thread. */
    Optional<Transfer> transfer() {
        return transfer;
    }

    /** The resolver, opened if there is none yet: some 200 ms. */
    MavenResolver resolver(boolean withoutNetwork) {
        if (resolver.isPresent() && offline != withoutNetwork) {
            forgetResolver();
        }
        if (resolver.isEmpty()) {
            offline = withoutNetwork;
            Progress watch = (file, from, bytes, of) -> transfer = Optional.of(new Transfer(file, from, bytes, of));
            resolver = Optional.of(MavenResolver.open(withoutNetwork, watch));
        }
        return resolver.get();
    }

    /** One that may still be at work is not used again. */
    void forgetResolver() {
        resolver = Optional.empty();
    }

    void forgetTransfer() {
        transfer = Optional.empty();
    }

    /** Takes over what wishes came to; answers what of it is new, and what stays as it is. */
    Libraries.Addition settle(Wishes wished, Resolution found) {
        List<Resolution.Artifact> added = new ArrayList<>();
        List<Libraries.Kept> kept = new ArrayList<>();
        for (Resolution.Artifact artifact : found.files()) {
            Coordinates wanted = artifact.coordinates();
            Resolution.Artifact before = present.putIfAbsent(wanted.withVersion(""), artifact);
            if (before == null) {
                added.add(artifact);
            } else if (!before.coordinates().equals(wanted)) {
                kept.add(
                        new Libraries.Kept(wanted.module(), before.coordinates().version(), wanted.version()));
            }
        }
        wishes = wished.inVersionsOf(present);
        resolution = found.withVersionsOf(present);
        return new Libraries.Addition(added, kept);
    }
}
