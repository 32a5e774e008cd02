package dev.tutti.kernel.export;

import java.util.List;
import java.util.stream.Collectors;

/** One thing that a class is made of, in the best of its forms that compiles. */
final class Entry {

    enum Place {
        IMPORT,
        FIELD,
        MEMBER,
        MAIN
    }

    /** What javac says of an expression that stands alone: true, and not why its better form failed. */
    private static final String NO_STATEMENT = "not a statement";

    private final Place place;
    private final int cell;
    private final String source;
    private final List<String> forms;
    private int form;
    private String reason = "";

    /**
     * @param cell the cell that it comes from, counted from 0
     * @param source as typed: what is left of it as a comment where no form compiles
     * @param forms ways to write it, the best first
     */
    Entry(Place place, int cell, String source, List<String> forms) {
        this.place = place;
        this.cell = cell;
        this.source = source;
        this.forms = List.copyOf(forms);
    }

    Place place() {
        return place;
    }

    int cell() {
        return cell;
    }

    /** Its present form did not compile: the next one is to be tried. */
    void weaken(String why) {
        form = Math.min(form + 1, forms.size());
        if (reason.isEmpty() || !why.equals(NO_STATEMENT)) {
            reason = why;
        }
    }

    /** Whether nothing but a comment is left of it. */
    boolean isLeftOut() {
        return form == forms.size();
    }

    /** Whether it could have been more than a comment. */
    boolean isRefused() {
        return isLeftOut() && !reason.isEmpty();
    }

    String text() {
        if (!isLeftOut()) {
            return forms.get(form);
        }
        boolean shown = place == Place.MEMBER || place == Place.MAIN;
        return shown ? (reason.isEmpty() ? "" : "// Left out: " + reason + "\n") + comment() : "";
    }

    private String comment() {
        return source.strip()
                .lines()
                .map(line -> ("// " + line.replace("\\u", "\\\\u")).stripTrailing()) // else javac reads escapes there
                .collect(Collectors.joining("\n"));
    }
}
