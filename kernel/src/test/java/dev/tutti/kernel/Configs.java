package dev.tutti.kernel;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.kernel.settings.KnownSettings;
import dev.tutti.kernel.settings.Settings;
import dev.tutti.kernel.settings.UserProfile;
import dev.tutti.kernel.view.StreamMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Configurations of kernels with real engines, as tests want them. */
final class Configs {

    private static final Path DATA = Path.of("target", "test-profile");

    private Configs() {}

    /** @param notes takes what is said between cells */
    static KernelConfig of(int engines, Consumer<String> notes) {
        return new KernelConfig(
                Path.of(System.getProperty("tutti.engine.jar")),
                Optional.empty(),
                engines,
                true,
                List.of(),
                List.of(),
                List.of(),
                StreamMode.LIVE,
                Optional.empty(),
                false,
                () -> 80,
                _ -> new byte[0],
                new BackgroundListener() {
                    @Override
                    public void output(EngineId engine, StreamKind kind, String text) {}

                    @Override
                    public void note(String sentence) {
                        notes.accept(sentence);
                    }
                },
                new UserProfile("test", Settings.of(DATA.resolve("test.conf"), KnownSettings.ALL), DATA));
    }
}
