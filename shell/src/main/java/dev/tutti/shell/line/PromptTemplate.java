package dev.tutti.shell.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt as the user writes it: text with {@code {cell}}, {@code {engines}}, {@code {targets}} and {@code {seconds}}
 * in it. Anything else in braces is text.
 *
 * @param text as written
 */
record PromptTemplate(String text) {

    /** A stretch of a prompt. @param isNumber whether it is the number of the cell, which is set off */
    record Part(String text, boolean isNumber) {}

    /** Apart, so that the pattern is not compiled for the usual prompt. */
    private static final class Placeholder {
        static final Pattern PATTERN = Pattern.compile("\\{(cell|engines|targets|seconds)}");
    }

    List<Part> parts(PromptFacts facts) {
        if (text.isEmpty()) {
            return List.of();
        }
        if (text.equals(Prompt.USUAL)) {
            return List.of(
                    new Part("In [", false), new Part(Integer.toString(facts.cell()), true), new Part("]: ", false));
        }
        List<Part> parts = new ArrayList<>();
        Matcher matcher = Placeholder.PATTERN.matcher(text);
        int done = 0;
        while (matcher.find()) {
            parts.add(new Part(text.substring(done, matcher.start()), false));
            parts.add(new Part(value(matcher.group(1), facts), matcher.group(1).equals("cell")));
            done = matcher.end();
        }
        parts.add(new Part(text.substring(done), false));
        return parts.stream().filter(part -> !part.text().isEmpty()).toList();
    }

    private static String value(String name, PromptFacts facts) {
        return switch (name) {
            case "cell" -> Integer.toString(facts.cell());
            case "engines" -> Integer.toString(facts.engines());
            case "targets" -> facts.targets();
            default -> String.format(Locale.ROOT, "%.1f", facts.latest().toNanos() / 1e9);
        };
    }
}
