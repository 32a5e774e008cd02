package dev.tutti.shell.line;

import java.time.Instant;
import java.util.Optional;

/**
 * A cell as one line of the history file: the time in milliseconds since 1970, a blank, the text with line ends and
 * backslashes escaped ({@code \n}, {@code \r}, {@code \\}).
 */
record HistoryRecord(Instant time, String text) {

    /** The line for the file, without line end. */
    String line() {
        StringBuilder line = new StringBuilder(text.length() + 16)
                .append(time.toEpochMilli())
                .append(' ');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                default -> line.append(c);
            }
        }
        return line.toString();
    }

    /** The record that a line holds, or empty if the line is damaged. */
    static Optional<HistoryRecord> parse(String line) {
        int blank = line.indexOf(' ');
        if (blank < 1 || blank > 18 || blank + 1 == line.length()) {
            return Optional.empty();
        }
        long millis = 0;
        for (int i = 0; i < blank; i++) {
            int digit = line.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Optional.empty();
            }
            millis = millis * 10 + digit;
        }
        Instant time = Instant.ofEpochMilli(millis);
        return unescape(line, blank + 1).map(text -> new HistoryRecord(time, text));
    }

    private static Optional<String> unescape(String line, int from) {
        if (line.indexOf('\\', from) < 0) {
            return Optional.of(line.substring(from));
        }
        StringBuilder text = new StringBuilder(line.length() - from);
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            if (++i == line.length()) {
                return Optional.empty();
            }
            switch (line.charAt(i)) {
                case '\\' -> text.append('\\');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(text.toString());
    }
}
