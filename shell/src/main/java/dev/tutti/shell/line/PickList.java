package dev.tutti.shell.line;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Cells to choose from, newest first, each text once, and which of them fit what has been typed: all its words are in
 * the cell, in any order, whatever their case; {@code *} in a word stands for any text on a line. Where nothing fits so,
 * the letters of each word need only come in their order. Pure but for the choice. Used by the typing thread.
 */
final class PickList {

    private final List<String> all;
    private List<String> fitting;
    private String query = "";
    private int chosen;

    /** @param cells oldest first */
    PickList(List<String> cells) {
        LinkedHashSet<String> newestFirst = new LinkedHashSet<>();
        cells.reversed().stream()
                .map(String::stripTrailing)
                .filter(cell -> !cell.isBlank())
                .forEach(newestFirst::add);
        all = List.copyOf(newestFirst);
        fitting = all;
    }

    /** Chooses from those that fit a text; the newest of them to begin with. */
    void filter(String text) {
        query = text;
        chosen = 0;
        List<String> words = List.of(text.strip().split("\\s+"));
        fitting = matching(words.stream().map(PickList::contained).toList());
        if (fitting.isEmpty() && text.indexOf('*') < 0) {
            fitting = matching(words.stream().map(PickList::scattered).toList());
        }
    }

    private List<String> matching(List<Pattern> words) {
        List<String> found = new ArrayList<>();
        for (String cell : all) {
            if (words.stream().allMatch(word -> word.matcher(cell).find())) {
                found.add(cell);
            }
        }
        return found;
    }

    private static Pattern contained(String word) {
        StringBuilder regex = new StringBuilder();
        for (String part : word.split("\\*", -1)) {
            regex.append(regex.isEmpty() ? "" : ".*?").append(Pattern.quote(part));
        }
        return caseless(regex.toString());
    }

    private static Pattern scattered(String word) {
        StringBuilder regex = new StringBuilder();
        word.codePoints()
                .forEach(c -> regex.append(regex.isEmpty() ? "" : ".*?").append(Pattern.quote(Character.toString(c))));
        return caseless(regex.toString());
    }

    private static Pattern caseless(String regex) {
        boolean ascii =
                regex.equals(regex.toLowerCase(Locale.ROOT)) && regex.chars().allMatch(c -> c < 128);
        return Pattern.compile(
                regex, ascii ? Pattern.CASE_INSENSITIVE : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    String query() {
        return query;
    }

    List<String> fitting() {
        return fitting;
    }

    /** How many there are in all. */
    int size() {
        return all.size();
    }

    int chosen() {
        return chosen;
    }

    /** Chooses another, so many further back; it stops at both ends. */
    void move(int back) {
        chosen = Math.clamp((long) chosen + back, 0, Math.max(0, fitting.size() - 1));
    }
}
