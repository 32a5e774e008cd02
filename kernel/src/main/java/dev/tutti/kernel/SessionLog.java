package dev.tutti.kernel;

import dev.tutti.kernel.magic.SessionHistory.LogOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The cells of a session as they end, in a file that {@code tutti FILE} can run: what is no cell is a comment. Used on the
 * thread that runs cells.
 */
final class SessionLog {

    private static final Pattern LOG_MAGIC = Pattern.compile("\\s*%log(start|stop|on|off|state)\\b");

    private final Path file;
    private final LogOptions options;
    private final InstantSource clock;
    private boolean on = true;
    private int cells;

    SessionLog(Path file, LogOptions options, InstantSource clock) {
        this.file = file;
        this.options = options;
        this.clock = clock;
    }

    Path file() {
        return file;
    }

    LogOptions options() {
        return options;
    }

    boolean isOn() {
        return on;
    }

    void turn(boolean wanted) {
        on = wanted;
    }

    int cells() {
        return cells;
    }

    /** A cell has ended; the sentence tells that it cannot be written, and that the log is off. */
    Optional<String> ended(int number, String text, String output) {
        return cell(number, clock.instant(), text, output);
    }

    /** What began this log would begin it anew, in the file that is being run. */
    private static String replayed(String text) {
        return text.stripTrailing()
                .lines()
                .map(line -> LOG_MAGIC.matcher(line).lookingAt() ? "// " + line : line)
                .collect(Collectors.joining("\n"));
    }

    /** A cell of a given time; as {@link #ended}. */
    Optional<String> cell(int number, Instant time, String text, String output) {
        if (!on) {
            return Optional.empty();
        }
        StringBuilder entry = new StringBuilder("// %%");
        if (options.times()) {
            entry.append(' ').append(time.truncatedTo(ChronoUnit.SECONDS));
        }
        entry.append('\n').append(replayed(text)).append('\n');
        if (options.outputs() && !output.isEmpty()) {
            output.lines()
                    .forEach(line -> entry.append("// Out[")
                            .append(number)
                            .append("]: ")
                            .append(line)
                            .append('\n'));
        }
        try {
            Files.writeString(
                    file, entry, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            cells++;
            return Optional.empty();
        } catch (IOException e) {
            on = false;
            return Optional.of(
                    "The log " + file + " cannot be written (" + e + ") and is off. %logon turns it on again.");
        }
    }
}
