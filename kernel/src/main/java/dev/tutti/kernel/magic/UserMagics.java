package dev.tutti.kernel.magic;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The magics of the user's and what runs around cells. Used on the thread that runs the cell. */
public interface UserMagics {

    /** The Java names behind the magics, by magic. */
    Map<String, String> all();

    /**
     * Makes a magic of a method, or of a record with a method {@code run()}.
     *
     * @param java the name of the method or record
     * @throws MagicException if the magic's name is taken
     */
    void add(String name, String java) throws MagicException;

    /**
     * Takes in the magics that jars and folders bring; one whose name is taken stays out.
     *
     * @return the names of those that are there now
     */
    List<String> addFrom(List<Path> classPath);

    /** Forgets one. @throws MagicException if there is none */
    void remove(String name) throws MagicException;

    /** Code that runs before or after each cell. */
    Optional<String> around(When when);

    /** From now on this runs before or after each cell; none: nothing. */
    void around(When when, Optional<String> code);

    /** When something runs. */
    enum When {
        BEFORE,
        AFTER;

        /** The word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static List<String> words() {
            return List.of(BEFORE.word(), AFTER.word());
        }
    }
}
