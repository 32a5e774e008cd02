package dev.tutti.kernel;

import dev.tutti.kernel.deps.Wishes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a script says of itself in comments as JBang reads them: {@code //DEPS} and {@code //REPOS}. */
final class ScriptDirectives {

    private static final Pattern LINE = Pattern.compile("(?m)^//(DEPS|REPOS)[ \\t]+(.+)$");

    private ScriptDirectives() {}

    /** The cell that does what they say; empty if there are none. */
    static Optional<CellSource> of(String script, String file) {
        List<String> words = new ArrayList<>();
        int firstLine = 0;
        Matcher matcher = LINE.matcher(script);
        while (matcher.find()) {
            if (words.isEmpty()) {
                firstLine = (int) script.substring(0, matcher.start()).lines().count() + 1;
            }
            String values = matcher.group(2).replaceFirst("\\s//.*", "").strip();
            for (String value : values.split("[\\s,;]+")) {
                words.add(matcher.group(1).equals("REPOS") ? "-r " + value : value);
            }
        }
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new CellSource("%deps add " + String.join(" ", words), new CellOrigin(file, firstLine)));
    }

    /** The lines of a script that has the same libraries. */
    static List<String> of(Wishes wishes) {
        List<String> lines = new ArrayList<>();
        wishes.repositories().forEach(from -> lines.add("//REPOS " + from.id() + "=" + from.url()));
        wishes.boms().forEach(bom -> lines.add("//DEPS " + bom));
        wishes.wanted().forEach(library -> lines.add("//DEPS " + library));
        return lines;
    }
}
