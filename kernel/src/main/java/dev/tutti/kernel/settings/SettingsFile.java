package dev.tutti.kernel.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file of a profile: lines {@code name = value}, comments from {@code #} at the beginning of a line, blank lines. A
 * value in double quotes keeps the blanks at its ends. It is made for people; writing keeps what people wrote around the
 * values.
 */
final class SettingsFile {

    private SettingsFile() {}

    /** A line that sets something. */
    record Line(int number, String name, String value) {}

    static List<Line> read(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String text : lines(file)) {
            number++;
            Line line = line(number, text).orElse(null);
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    static void write(Path file, List<Settings.Value> changed, List<Setting> known) throws IOException {
        Map<String, String> left = new LinkedHashMap<>();
        changed.forEach(value -> left.put(value.setting().name(), value.text()));
        List<String> lines = new ArrayList<>();
        for (String text : lines(file)) {
            Optional<Line> line = line(0, text);
            boolean ours = line.isPresent()
                    && known.stream()
                            .anyMatch(
                                    setting -> setting.name().equals(line.get().name()));
            if (!ours) {
                lines.add(text);
                continue;
            }
            String value = left.remove(line.get().name());
            if (value != null) {
                lines.add(line.get().name() + " = " + quoted(value));
            }
        }
        left.forEach((name, value) -> lines.add(name + " = " + quoted(value)));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.write(next, lines);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** A line without an equals sign is a name without a value, which is then refused by its setting. */
    private static Optional<Line> line(int number, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.startsWith("#")) {
            return Optional.empty();
        }
        int equals = stripped.indexOf('=');
        return Optional.of(
                equals < 0
                        ? new Line(number, stripped, "")
                        : new Line(
                                number,
                                stripped.substring(0, equals).strip(),
                                unquoted(stripped.substring(equals + 1).strip())));
    }

    private static boolean isQuoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    }

    private static String unquoted(String value) {
        return isQuoted(value) ? value.substring(1, value.length() - 1) : value;
    }

    private static String quoted(String value) {
        return value.equals(value.strip()) && !isQuoted(value) ? value : '"' + value + '"';
    }
}
