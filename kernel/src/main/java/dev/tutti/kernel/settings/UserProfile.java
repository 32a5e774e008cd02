package dev.tutti.kernel.settings;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A user's way of working under a name: what is set, and where is kept what lasts from session to session.
 *
 * @param name {@code default} unless another was asked for
 * @param settings the values of all settings
 * @param data the folder of what is kept; it is made when something is
 */
public record UserProfile(String name, Settings settings, Path data) {
    public UserProfile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(data, "data");
    }
}
