package dev.tutti.engine.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The question for a level of an object graph: what an engine is asked when somebody opens an object.
 *
 * @param session the number of the session
 * @param cell the cell whose result is the root
 * @param path which parts lead from the root to the object, each by its place among its siblings
 * @param first the place of the first part that is to be told
 * @param most how many are to be told
 */
public record TreeQuestion(long session, int cell, List<Integer> path, int first, int most) {

    /** The word of the row about the object itself: its text and how many parts it has. */
    public static final String OBJECT = "object";

    /**
     * The word of the row of a part: its label, text, how many parts it has itself (none if it is also above), what stands
     * behind the object in Java to get it (empty if nothing does), and the type that the object must have for that.
     */
    public static final String PART = "part";

    /** The word of the only row where the object is not there: a sentence that says why. */
    public static final String ABSENT = "absent";

    private static final String SUBJECT = "tree";
    private static final String ROOT = "-";
    private static final int WORDS = 6;

    public TreeQuestion {
        path = List.copyOf(path);
    }

    /** The question that a subject of an inspection is, if it is one. */
    public static Optional<TreeQuestion> parse(String subject) {
        String[] words = subject.split(" ");
        if (words.length != WORDS || !words[0].equals(SUBJECT)) {
            return Optional.empty();
        }
        List<Integer> path = words[3].equals(ROOT)
                ? List.of()
                : Arrays.stream(words[3].split("/")).map(Integer::valueOf).toList();
        return Optional.of(new TreeQuestion(
                Long.parseLong(words[1]),
                Integer.parseInt(words[2]),
                path,
                Integer.parseInt(words[4]),
                Integer.parseInt(words[5])));
    }

    /** As the subject of an inspection. */
    public String subject() {
        String places =
                path.isEmpty() ? ROOT : path.stream().map(String::valueOf).collect(Collectors.joining("/"));
        return SUBJECT + " " + session + " " + cell + " " + places + " " + first + " " + most;
    }
}
