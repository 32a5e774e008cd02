package dev.tutti.shell.line;

import dev.tutti.kernel.CodeAssist;
import dev.tutti.kernel.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * What a {@link CellEditor} works with.
 *
 * @param tty where it reads and writes; the editor does not close it
 * @param historyFile where cells are remembered; it and its folder are made when needed
 * @param assist the kernel's knowledge, completed when the kernel is warm; the editor works without it until then
 * @param deadline how long Tab and Enter may wait for the kernel
 * @param settings what the user can set of an editor; changes take effect at the next prompt
 */
public record EditorConfig(
        Tty tty, Path historyFile, CompletableFuture<CodeAssist> assist, Duration deadline, Settings settings) {

    /** Long enough for a first completion on a cold kernel, short enough not to be felt as a fault. */
    public static final Duration DEADLINE = Duration.ofMillis(400);

    public EditorConfig {
        Objects.requireNonNull(tty, "tty");
        Objects.requireNonNull(historyFile, "historyFile");
        Objects.requireNonNull(assist, "assist");
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(settings, "settings");
    }

    /** With the usual deadline. */
    public static EditorConfig of(Tty tty, Path historyFile, CompletableFuture<CodeAssist> assist, Settings settings) {
        return new EditorConfig(tty, historyFile, assist, DEADLINE, settings);
    }
}
