package dev.tutti.engine.measure;

import java.util.Optional;

/**
 * The question for the keys of a map: what an engine is asked when somebody types {@code map.get(}.
 *
 * @param session the number of the session
 * @param holder the class whose static field holds the map, or {@link #SYSTEM}
 * @param field the field; of the system, the method that takes a key
 */
public record KeyQuestion(long session, String holder, String field) {

    /** The word of a row of the answer: a key as a Java literal, and what is known of its value. */
    public static final String ROW = "key";

    private static final String SUBJECT = "keys";
    private static final String SYSTEM = "java.lang.System";

    /** The question for what {@code System.getProperty} or {@code System.getenv} knows. */
    public static KeyQuestion ofSystem(String method) {
        return new KeyQuestion(0, SYSTEM, method);
    }

    /** The question that a subject of an inspection is, if it is one. */
    public static Optional<KeyQuestion> parse(String subject) {
        String[] words = subject.split(" ");
        return words.length == 4 && words[0].equals(SUBJECT)
                ? Optional.of(new KeyQuestion(Long.parseLong(words[1]), words[2], words[3]))
                : Optional.empty();
    }

    /** As the subject of an inspection. */
    public String subject() {
        return String.join(" ", SUBJECT, Long.toString(session), holder, field);
    }

    /** Whether the properties or the environment of the JVM are meant. */
    public boolean isOfSystem() {
        return holder.equals(SYSTEM);
    }
}
