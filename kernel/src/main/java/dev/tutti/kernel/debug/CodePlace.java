package dev.tutti.kernel.debug;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where to stop, as users write it: {@code 3:2} is line 2 of cell 3, {@code fact:2} line 2 of the declaration of fact. */
public sealed interface CodePlace {

    /** A line of a cell, both counted from 1. */
    record CellLine(int cell, int line) implements CodePlace {
        @Override
        public String toString() {
            return cell + ":" + line;
        }
    }

    /** Where a method begins. */
    record MethodStart(String method) implements CodePlace {
        public MethodStart {
            Objects.requireNonNull(method, "method");
        }

        @Override
        public String toString() {
            return method;
        }
    }

    /** A line of what is declared under a name, counted from 1. */
    record DeclaredLine(String name, int line) implements CodePlace {
        public DeclaredLine {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public String toString() {
            return name + ":" + line;
        }
    }

    /** Of the words that users write. */
    Pattern FORM = Pattern.compile("(?:(\\d{1,9}):(\\d{1,9}))|([\\p{L}_$][\\w$]*)(?::(\\d{1,9}))?|(\\d{1,9})");

    /**
     * Reads a place.
     *
     * @param here the cell that a mere line is in, if there is one
     * @throws DebugException if it is none
     */
    static CodePlace parse(String text, Optional<Integer> here) throws DebugException {
        Matcher form = FORM.matcher(text.strip());
        if (form.matches()) {
            if (form.group(1) != null) {
                return new CellLine(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
            }
            if (form.group(3) != null) {
                return form.group(4) == null
                        ? new MethodStart(form.group(3))
                        : new DeclaredLine(form.group(3), Integer.parseInt(form.group(4)));
            }
            if (here.isPresent()) {
                return new CellLine(here.get(), Integer.parseInt(form.group(5)));
            }
        }
        throw new DebugException(
                "A breakpoint is CELL:LINE (3:2), a method (fact), a line of its declaration (fact:2) or"
                        + " a line of the cell shown (2), not '" + text.strip() + "'.");
    }
}
