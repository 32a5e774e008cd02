package dev.tutti.kernel.magic;

import java.util.ArrayList;
import java.util.List;

/**
 * A magic's arguments cut into words at blanks; single and double quotes keep a word together, a backslash inside double
 * quotes keeps the next character.
 */
final class ArgumentWords {

    /**
     * A word and where it stands.
     *
     * @param text without its quotes
     * @param start offset in the arguments
     * @param end offset of the character after it
     * @param closed whether its quotes are closed
     */
    record Word(String text, int start, int end, boolean closed) {}

    private final String arguments;
    private int position;

    private ArgumentWords(String arguments) {
        this.arguments = arguments;
    }

    static List<Word> of(String arguments) {
        return new ArgumentWords(arguments).words();
    }

    private List<Word> words() {
        List<Word> words = new ArrayList<>();
        while (true) {
            while (position < arguments.length() && Character.isWhitespace(arguments.charAt(position))) {
                position++;
            }
            if (position == arguments.length()) {
                return words;
            }
            words.add(word());
        }
    }

    private Word word() {
        int start = position;
        StringBuilder text = new StringBuilder();
        char quote = 0;
        for (; position < arguments.length(); position++) {
            char c = arguments.charAt(position);
            if (quote == 0 && Character.isWhitespace(c)) {
                break;
            }
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (c == '\\' && quote == '"' && position + 1 < arguments.length()) {
                text.append(arguments.charAt(++position));
            } else {
                text.append(c);
            }
        }
        return new Word(text.toString(), start, position, quote == 0);
    }
}
