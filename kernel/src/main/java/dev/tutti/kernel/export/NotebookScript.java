package dev.tutti.kernel.export;

import dev.tutti.kernel.cell.MagicNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cells of a notebook that another kernel may have been meant for: its magics that are not here are left out, or said
 * with those that are.
 */
public final class NotebookScript {

    private static final Pattern MAGIC = Pattern.compile("^(%{1,2})([\\p{L}_]\\w*)(.*)$");

    /** Of JJava, IJava and rapaio: what does the same here. */
    private static final Map<String, String> SAME = Map.of("maven", "deps add", "jars", "classpath add");

    private final MagicNames magics;
    private final List<String> cells = new ArrayList<>();
    private final Map<String, List<Integer>> leftOut = new LinkedHashMap<>();
    private final Map<String, String> replaced = new LinkedHashMap<>();

    /** @param cells their texts */
    public NotebookScript(List<String> cells, MagicNames magics) {
        this.magics = magics;
        for (int i = 0; i < cells.size(); i++) {
            this.cells.add(here(cells.get(i), i + 1));
        }
    }

    /** The cells as they can be run here; what was left out of them is a comment. */
    public List<String> cells() {
        return List.copyOf(cells);
    }

    /** Sentences that tell what is not as it was. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        replaced.forEach((theirs, ours) -> remarks.add("%" + theirs + " is read as %" + ours + "."));
        leftOut.forEach((magic, where) -> remarks.add("There is no magic " + magic + " here: it is left out of cell "
                + String.join(
                        ", ", where.stream().distinct().map(String::valueOf).toList())
                + " of the notebook."));
        return remarks;
    }

    private String here(String cell, int number) {
        Matcher first = MAGIC.matcher(cell.lines().findFirst().orElse(""));
        if (first.matches() && first.group(1).length() == 2 && !magics.isCellMagic(first.group(2))) {
            leaveOut(first, number);
            return comment(cell);
        }
        List<String> lines = new ArrayList<>();
        boolean inBody = first.matches() && first.group(1).length() == 2;
        for (String line : cell.lines().toList()) {
            lines.add(inBody ? line : line(line, number));
        }
        return String.join("\n", lines);
    }

    private String line(String line, int number) {
        Matcher magic = MAGIC.matcher(line);
        if (!magic.matches() || magic.group(1).length() == 2 || magics.isLineMagic(magic.group(2))) {
            return line;
        }
        String ours = SAME.get(magic.group(2));
        if (ours != null) {
            replaced.put(magic.group(2), ours);
            return "%" + ours + magic.group(3);
        }
        leaveOut(magic, number);
        return comment(line);
    }

    private void leaveOut(Matcher magic, int number) {
        leftOut.computeIfAbsent(magic.group(1) + magic.group(2), _ -> new ArrayList<>())
                .add(number);
    }

    private static String comment(String text) {
        return String.join("\n", text.lines().map(line -> "// " + line).toList());
    }
}
