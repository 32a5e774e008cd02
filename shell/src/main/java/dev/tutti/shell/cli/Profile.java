package dev.tutti.shell.cli;

import dev.tutti.kernel.settings.KnownSettings;
import dev.tutti.kernel.settings.SettingException;
import dev.tutti.kernel.settings.Settings;
import dev.tutti.kernel.settings.UserProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where a profile's files are: its settings in {@code tutti/NAME.conf} in the user's configuration folder, what it keeps
 * in {@code tutti/profiles/NAME} in the state folder.
 */
final class Profile {

    /** The profile that is meant when none is named. */
    static final String DEFAULT = "default";

    private Profile() {}

    /**
     * The profile that a command line asks for, with what it sets.
     *
     * @param notes takes a sentence for each line of its file that cannot be used
     */
    static UserProfile open(Invocation.Preferences preferences, Consumer<String> notes) throws UsageException {
        String name = preferences.profile();
        if (!name.matches("[\\w.-]{1,60}")) {
            throw new UsageException("The name of a profile has letters, digits, '.', '-' and '_' only, so '" + name
                    + "' is none (--profile).");
        }
        Path file = folder("XDG_CONFIG_HOME", ".config").resolve("tutti").resolve(name + ".conf");
        Settings settings = Settings.load(file, KnownSettings.ALL, notes);
        set(settings, preferences.settings());
        Path data = folder("XDG_STATE_HOME", ".local/state")
                .resolve("tutti")
                .resolve("profiles")
                .resolve(name);
        return new UserProfile(name, settings, data);
    }

    private static void set(Settings settings, List<String> assignments) throws UsageException {
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals < 0) {
                throw new UsageException("--set takes NAME=VALUE, but this is '" + assignment + "'.");
            }
            try {
                settings.set(
                        assignment.substring(0, equals).strip(),
                        assignment.substring(equals + 1),
                        Settings.Origin.COMMAND_LINE);
            } catch (SettingException e) {
                throw new UsageException("--set " + assignment + ": " + e.getMessage());
            }
        }
    }

    static Path folder(String variable, String underHome) {
        String folder = System.getenv(variable);
        return folder == null || folder.isBlank()
                ? Path.of(System.getProperty("user.home")).resolve(underHome)
                : Path.of(folder);
    }
}
