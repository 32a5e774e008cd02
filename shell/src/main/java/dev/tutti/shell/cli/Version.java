package dev.tutti.shell.cli;

import java.util.Objects;

/** Which Tutti this is. */
final class Version {

    /** From the jar's manifest; {@code development} when run from class folders. */
    static final String TUTTI =
            Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");

    private Version() {}
}
