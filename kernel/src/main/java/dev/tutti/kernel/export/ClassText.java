package dev.tutti.kernel.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The source of a class, and which line comes from what. */
final class ClassText {

    private static final String INDENT = "    ";

    private final List<String> lines = new ArrayList<>();
    private final List<Optional<Entry>> origins = new ArrayList<>();

    private ClassText() {}

    static ClassText of(String name, List<Entry> entries) {
        ClassText text = new ClassText();
        in(Entry.Place.IMPORT, entries).forEach(entry -> text.add("", entry));
        text.gap();
        text.line("final class " + name + " {");
        in(Entry.Place.FIELD, entries).forEach(entry -> text.add(INDENT, entry));
        for (Entry member : in(Entry.Place.MEMBER, entries)) {
            text.gap();
            text.add(INDENT, member);
        }
        text.main(in(Entry.Place.MAIN, entries));
        text.line("}");
        return text;
    }

    private static List<Entry> in(Entry.Place place, List<Entry> entries) {
        return entries.stream().filter(entry -> entry.place() == place).toList();
    }

    private void main(List<Entry> statements) {
        gap();
        line(INDENT + "static void main() throws Exception {");
        for (int i = 0; i < statements.size(); i++) {
            if (i > 0 && statements.get(i).cell() != statements.get(i - 1).cell()) {
                gap();
            }
            add(INDENT + INDENT, statements.get(i));
        }
        line(INDENT + "}");
    }

    private void add(String indent, Entry entry) {
        if (entry.text().isEmpty()) {
            return;
        }
        entry.text().lines().forEach(line -> {
            lines.add(line.isBlank() ? line : indent + line);
            origins.add(Optional.of(entry));
        });
    }

    private void line(String line) {
        lines.add(line);
        origins.add(Optional.empty());
    }

    /** An empty line, if what is there needs one. */
    private void gap() {
        if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
            line("");
        }
    }

    /** What a line comes from. @param line from 1 */
    Optional<Entry> origin(long line) {
        return line < 1 || line > origins.size() ? Optional.empty() : origins.get((int) line - 1);
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }
}
