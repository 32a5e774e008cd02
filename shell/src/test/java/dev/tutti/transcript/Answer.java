package dev.tutti.transcript;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether what the program said is what a transcript expects. */
final class Answer {

    private static final String ANYTHING = "...";

    /** What is told every two seconds of a repository that is slow just now. */
    private static final Pattern PROGRESS =
            Pattern.compile("Asking the repositories …|Fetching: .* … \\(Ctrl-C gives up\\)");

    private Answer() {}

    /**
     * The lines of what a cell printed, as a transcript writes them: none blank at the end, no blanks at line ends, and none
     * that only tells how long something takes.
     */
    static List<String> lines(String text) {
        List<String> lines = text.lines()
                .map(String::stripTrailing)
                .filter(line -> !PROGRESS.matcher(line).matches())
                .collect(Collectors.toList());
        while (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }

    /** Whether the lines are the expected ones; {@code ...} stands for any text, alone on a line for any lines. */
    static boolean matches(List<String> expected, List<String> actual) {
        if (expected.isEmpty()) {
            return actual.isEmpty();
        }
        String first = expected.getFirst();
        List<String> rest = expected.subList(1, expected.size());
        if (first.strip().equals(ANYTHING)) {
            return Stream.iterate(actual, lines -> lines.subList(1, lines.size()))
                    .limit(actual.size() + 1L)
                    .anyMatch(lines -> matches(rest, lines));
        }
        return !actual.isEmpty()
                && pattern(first).matcher(actual.getFirst()).matches()
                && matches(rest, actual.subList(1, actual.size()));
    }

    private static Pattern pattern(String line) {
        return Pattern.compile(Stream.of(line.stripTrailing().split(Pattern.quote(ANYTHING), -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")));
    }
}
