package dev.tutti.kernel.launch;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.kernel.attach.AttachException;
import dev.tutti.kernel.attach.AttachedJvm;
import dev.tutti.kernel.controller.ControllerConfig;
import dev.tutti.kernel.controller.LaunchId;
import dev.tutti.kernel.controller.Launcher;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Engines in JVMs that run already. A thread for each brings it in; from then on it lives and ends by its connection, and
 * nobody here watches or ends the JVM.
 */
final class AttachedEngines {

    private final Path engineJar;
    private final Path socket;
    private final ControllerConfig.Listener listener;

    /** @param listener hears of class paths, on the threads that bring engines in */
    AttachedEngines(Path engineJar, Path socket, ControllerConfig.Listener listener) {
        this.engineJar = engineJar;
        this.socket = socket;
        this.listener = listener;
    }

    /** Brings an engine in, soon. @param watcher is told if that fails */
    void launch(LaunchId launch, EngineId engine, long pid, String token, Launcher.Watcher watcher) {
        // A platform thread: most of the time it is blocked outside of Java.
        Thread.ofPlatform()
                .daemon()
                .name("engine-" + engine + "-attach")
                .start(new Entering(this, engine, pid, token, reason -> watcher.failed(launch, reason)));
    }

    /** What that thread does; a class of its own, so that the Attach API is loaded with the first one only. */
    private record Entering(AttachedEngines house, EngineId engine, long pid, String token, Consumer<String> failed)
            implements Runnable {

        @Override
        public void run() {
            try (AttachedJvm jvm = AttachedJvm.open(pid)) {
                house.listener.entering(engine, jvm.classPath());
                jvm.load(house.engineJar, house.socket, token);
            } catch (AttachException e) {
                tell(e.getMessage());
            } catch (RuntimeException e) {
                tell("The engine could not enter JVM " + pid + ": " + e + ".");
            }
        }

        private void tell(String reason) {
            house.listener.entering(engine, List.of());
            failed.accept(reason);
        }
    }
}
