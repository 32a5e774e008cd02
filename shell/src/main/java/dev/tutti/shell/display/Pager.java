package dev.tutti.shell.display;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Shows a long text by the user's pager; where there is no terminal, or no pager, as it is. */
final class Pager {

    /** Colours pass, a text of one page needs no key, and what was read stays on the screen. */
    private static final String USUAL = "less -RFX";

    private final Screen screen;

    Pager(Screen screen) {
        this.screen = screen;
    }

    void show(String text) {
        if (!screen.isTerminal() || !paged(text)) {
            screen.write(text);
        }
    }

    private static boolean paged(String text) {
        String command = Optional.ofNullable(System.getenv("PAGER"))
                .filter(pager -> !pager.isBlank())
                .orElse(USUAL);
        try {
            Path file = Files.createTempFile("tutti-page", ".txt");
            try {
                Files.writeString(file, text);
                // The pager reads keys from the terminal, and the text from the file.
                int code = new ProcessBuilder("/bin/sh", "-c", command + " \"$1\"", "sh", file.toString())
                        .inheritIO()
                        .start()
                        .waitFor();
                return code == 0;
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
