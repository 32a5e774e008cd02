package dev.tutti.shell.cli;

import dev.tutti.kernel.settings.KnownSettings;
import dev.tutti.kernel.settings.Settings;
import dev.tutti.shell.line.Tty;

/** What the title of the terminal's window says: which cell is running, so that one sees from elsewhere when it ends. */
final class WindowTitle {

    private static final int LONGEST = 40;
    private static final String NAME = "Tutti";

    private final Tty tty;
    private final Settings settings;

    WindowTitle(Tty tty, Settings settings) {
        this.tty = tty;
        this.settings = settings;
    }

    /** Nothing is running. */
    void prompt() {
        show(NAME);
    }

    /** A cell begins. */
    void running(String cell) {
        String first = cell.strip().lines().findFirst().orElse("");
        show(NAME + ": " + (first.length() <= LONGEST ? first : first.substring(0, LONGEST) + " …"));
    }

    private void show(String title) {
        if (settings.isOn(KnownSettings.TITLE)) {
            tty.title(title);
        }
    }
}
