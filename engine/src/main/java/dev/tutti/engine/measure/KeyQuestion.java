package dev.tutti.engine.measure;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The question for the keys of a map: what an engine is asked when somebody types {@code map.get(}.
 *
 * @param session the number of the session
 * @param holder the class whose static field holds the map, or {@link #SYSTEM}
 * @param field the field; of the system, the method that takes a key
 * @param path the keys, as Java literals, that lead from there to the map that is meant, if it lies in others
 */
public record KeyQuestion(long session, String holder, String field, List<String> path) {

    /** The word of a row of the answer: a key as a Java literal, and what is known of its value. */
    public static final String ROW = "key";

    private static final String SUBJECT = "keys";
    private static final int FIXED_WORDS = 4;
    private static final String SYSTEM = "java.lang.System";

    public KeyQuestion {
        path = List.copyOf(path);
    }

    /** The question for what {@code System.getProperty} or {@code System.getenv} knows. */
    public static KeyQuestion ofSystem(String method) {
        return new KeyQuestion(0, SYSTEM, method, List.of());
    }

    /** The question that a subject of an inspection is, if it is one. */
    public static Optional<KeyQuestion> parse(String subject) {
        String[] words = subject.split(" ");
        return words.length >= FIXED_WORDS && words[0].equals(SUBJECT)
                ? Optional.of(new KeyQuestion(Long.parseLong(words[1]), words[2], words[3], path(words)))
                : Optional.empty();
    }

    private static List<String> path(String[] words) {
        List<String> path = new ArrayList<>();
        for (int i = FIXED_WORDS; i < words.length; i++) {
            path.add(URLDecoder.decode(words[i], StandardCharsets.UTF_8));
        }
        return path;
    }

    /** As the subject of an inspection. */
    public String subject() {
        Stream<String> keys = path.stream().map(key -> URLEncoder.encode(key, StandardCharsets.UTF_8));
        return String.join(
                " ",
                Stream.concat(Stream.of(SUBJECT, Long.toString(session), holder, field), keys)
                        .toList());
    }

    /** Whether the properties or the environment of the JVM are meant. */
    public boolean isOfSystem() {
        return holder.equals(SYSTEM);
    }
}
