package dev.tutti.shell.line;

import dev.tutti.kernel.compile.Candidate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A line of the completion menu: candidates with the same text (overloads) together.
 *
 * @param text what is inserted
 * @param kind what it is
 * @param detail the signatures, the first ones written out
 * @param imports the type that must be imported for it; empty if none
 */
record MenuItem(String text, Candidate.Kind kind, String detail, String imports) {

    private static final int WRITTEN_OUT = 2;

    /** The lines for candidates, in their order. */
    static List<MenuItem> of(List<Candidate> candidates) {
        Map<String, List<Candidate>> byText = new LinkedHashMap<>();
        candidates.forEach(c -> byText.computeIfAbsent(c.text() + " " + c.imports(), text -> new ArrayList<>())
                .add(c));
        return byText.values().stream().map(MenuItem::merged).toList();
    }

    /** The kind in the words of the menu. */
    String kindInWords() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is an element of Java, so that it may have documentation. */
    boolean isElement() {
        return switch (kind) {
            case VARIABLE, FIELD, CONSTANT, METHOD, TYPE -> true;
            case PACKAGE, KEYWORD, MAGIC, OPTION, TARGET, FILE, LIBRARY, KEY, SYMBOL -> false;
        };
    }

    /** Its name as one would ask for it: in full if it is not imported, and of a method as far as its parenthesis. */
    String asked() {
        int open = text.indexOf('(');
        return isKnown() ? open < 0 ? text : text.substring(0, open + 1) : imports;
    }

    /** Whether it can be taken as it is. */
    boolean isKnown() {
        return imports.isEmpty();
    }

    /** The longest text with which all items begin; types that are not imported do not count beside those that are. */
    static String commonPrefix(List<MenuItem> all) {
        List<MenuItem> known = all.stream().filter(MenuItem::isKnown).toList();
        List<MenuItem> items = known.isEmpty() ? all : known;
        String prefix = items.getFirst().text();
        for (MenuItem item : items) {
            int length = 0;
            int limit = Math.min(prefix.length(), item.text().length());
            while (length < limit && prefix.charAt(length) == item.text().charAt(length)) {
                length++;
            }
            prefix = prefix.substring(0, length);
        }
        return prefix;
    }

    private static MenuItem merged(List<Candidate> same) {
        Candidate first = same.getFirst();
        String details = same.stream()
                .map(Candidate::detail)
                .filter(detail -> !detail.isEmpty())
                .distinct()
                .limit(WRITTEN_OUT)
                .collect(Collectors.joining(" · "));
        long more = same.stream().map(Candidate::detail).distinct().count() - WRITTEN_OUT;
        String detail = more > 0 ? details + " · " + more + " more" : details;
        return new MenuItem(first.text(), first.kind(), detail.replace('\n', ' '), first.imports());
    }
}
