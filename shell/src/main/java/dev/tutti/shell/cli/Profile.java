package dev.tutti.shell.cli;

import dev.tutti.kernel.settings.KnownSettings;
import dev.tutti.kernel.settings.Settings;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Where a profile's file is: {@code default.conf} in {@code tutti} in the user's configuration folder. */
final class Profile {

    private Profile() {}

    /** @param notes takes a sentence for each line of the file that cannot be used */
    static Settings settings(Consumer<String> notes) {
        return Settings.load(file(), KnownSettings.ALL, notes);
    }

    private static Path file() {
        String config = System.getenv("XDG_CONFIG_HOME");
        Path folder = config == null || config.isBlank()
                ? Path.of(System.getProperty("user.home"), ".config")
                : Path.of(config);
        return folder.resolve("tutti").resolve("default.conf");
    }
}
