package dev.tutti.kernel.magic;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * A magic in the catalog. Its class is loaded at its first use.
 *
 * @param name without percent signs
 * @param form how it may be called
 * @param summary what it does, in a few words
 * @param changesSession whether Java after it in the same cell can be compiled only once it has run
 * @param factory makes an instance for one call
 */
public record MagicEntry(
        String name, Form form, String summary, boolean changesSession, Supplier<? extends Magic> factory) {

    /** How a magic may be called. */
    public enum Form {
        /** {@code %name}, its arguments are options and words. */
        LINE,
        /** {@code %name} and {@code %%name}, whose argument is code. */
        CODE,
        /** {@code %name}, all behind the name belongs to it as typed; it has no options but {@code --help} alone. */
        RAW,
        /** As {@link #RAW}, and {@code %%name}, to which the lines below belong too. */
        RAW_OR_CELL,
        /** {@code %%name} with options, the lines below are a text. */
        CELL_TEXT,
        /** {@code %%name} with options, the lines below are code. */
        CELL_CODE;

        /** Whether {@code %%name} may begin a cell. */
        public boolean isCell() {
            return this == CODE || this == RAW_OR_CELL || isCellOnly();
        }

        /** Whether it must have two percent signs. */
        public boolean isCellOnly() {
            return this == CELL_TEXT || this == CELL_CODE;
        }

        /** Whether what it takes is Java, with magics in it. */
        public boolean takesCode() {
            return this == CODE || this == CELL_CODE;
        }
    }

    public MagicEntry {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(factory, "factory");
    }
}
