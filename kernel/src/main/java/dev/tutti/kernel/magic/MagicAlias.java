package dev.tutti.kernel.magic;

import java.util.Objects;
import java.util.Optional;

/**
 * A further name of a magic.
 *
 * @param magic the magic's own name, without percent sign
 * @param arguments options and words that stand before those of each call; may be empty
 */
public record MagicAlias(String magic, String arguments) {

    public MagicAlias {
        Objects.requireNonNull(magic, "magic");
        Objects.requireNonNull(arguments, "arguments");
    }

    /** As {@link #text} wrote it. */
    public static MagicAlias of(String text) {
        String[] parts = text.split(" ", 2);
        return new MagicAlias(parts[0], parts.length > 1 ? parts[1] : "");
    }

    /** In one line. */
    public String text() {
        return (magic + " " + arguments).strip();
    }

    /** The magic under the name; empty if there is no such magic. */
    Optional<MagicEntry> entry(String name, MagicCatalog magics) {
        return magics.find(magic)
                .map(meant -> new MagicEntry(
                        name,
                        meant.form(),
                        ("as %" + magic + " " + arguments).strip(),
                        meant.changesSession(),
                        meant.factory()));
    }
}
