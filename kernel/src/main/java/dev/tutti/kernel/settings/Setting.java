package dev.tutti.kernel.settings;

import java.util.List;
import java.util.Objects;

/**
 * Something that the user can set.
 *
 * @param name with its group: {@code editor.mode}
 * @param kind which values it can have
 * @param initial its value where nobody has set it
 * @param description what it does, as a sentence without a full stop
 */
public record Setting(String name, Kind kind, String initial, String description) {

    /** Which values a setting can have. */
    public sealed interface Kind {

        /** {@code on} or {@code off}. */
        record Flag() implements Kind {}

        /** A whole number between two, both possible. */
        record Whole(int least, int most) implements Kind {}

        /** A word, or a whole number between two, both possible. */
        record WordOrWhole(String word, int least, int most) implements Kind {}

        /** One of some words. */
        record Choice(List<String> words) implements Kind {
            public Choice {
                words = List.copyOf(words);
            }
        }

        /** Any text on one line. */
        record Text() implements Kind {}
    }

    public Setting {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(initial, "initial");
        Objects.requireNonNull(description, "description");
    }

    /** What it can be set to, in words for people. */
    public String possible() {
        return switch (kind) {
            case Kind.Flag() -> "on or off";
            case Kind.Whole(int least, int most) -> "a whole number from " + least + " to " + most;
            case Kind.WordOrWhole(var word, int least, int most) ->
                word + " or a whole number from " + least + " to " + most;
            case Kind.Choice(var words) -> String.join(", ", words);
            case Kind.Text() -> "a text";
        };
    }

    /** The words that it can be set to, for completion; empty where they cannot be listed. */
    public List<String> words() {
        return switch (kind) {
            case Kind.Flag() -> List.of("on", "off");
            case Kind.Choice(var words) -> words;
            case Kind.WordOrWhole(var word, _, _) -> List.of(word);
            case Kind.Whole _, Kind.Text _ -> List.of();
        };
    }

    /**
     * The value that a text means, in its one spelling.
     *
     * @throws SettingException if it cannot have that value
     */
    String read(String text) throws SettingException {
        String value = kind instanceof Kind.Text ? text : text.strip();
        boolean possible = switch (kind) {
            case Kind.Flag() -> value.equals("on") || value.equals("off");
            case Kind.Choice(var words) -> words.contains(value);
            case Kind.Whole(int least, int most) -> isWholeBetween(value, least, most);
            case Kind.WordOrWhole(var word, int least, int most) ->
                value.equals(word) || isWholeBetween(value, least, most);
            case Kind.Text() -> value.indexOf('\n') < 0;
        };
        if (!possible) {
            throw new SettingException(name + " cannot be '" + value + "': it is " + possible() + ".");
        }
        return value;
    }

    private static boolean isWholeBetween(String text, int least, int most) {
        try {
            int value = Integer.parseInt(text);
            return value >= least && value <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
