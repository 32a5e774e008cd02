package dev.tutti.kernel.compile;

import dev.tutti.kernel.cell.ShellText;
import dev.tutti.kernel.compile.EditedText.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Java for the texts of earlier cells: {@code In[3]}, {@code In}, {@code _i}, {@code _ii}, {@code _iii}, {@code _i3}. The
 * texts become literals, so that they are the same at every place and need not be sent for. A name that the user has
 * declared is the user's own: it is looked up here only where javac does not know it.
 */
final class InputNames {

    /** Fully qualified: a user's own {@code CellInputs} must not be in the way. */
    private static final String INPUTS = "dev.tutti.client.CellInputs.of(";

    private static final Pattern NAME = Pattern.compile("_i(i{0,2}|[0-9]{1,9})");

    /** A literal has 65,535 bytes at most, a character up to three. */
    private static final int LONGEST_LITERAL = 20_000;

    /** What {@code In} as a whole brings along; texts of cells further back are empty then. */
    private static final int MOST_CHARACTERS = 1_000_000;

    private final CellTexts texts;
    private final int cell;

    /** @param cell the one that asks */
    InputNames(CellTexts texts, int cell) {
        this.texts = texts;
        this.cell = cell;
    }

    /** {@code In[3]} and {@code In[i]}. */
    List<Edit> lookUps(SnippetText snippet) throws CellRejected {
        List<JavaToken> tokens = snippet.tokens();
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            boolean lookUp = tokens.get(i).is("In")
                    && (i == 0 || !tokens.get(i - 1).is("."))
                    && tokens.get(i + 1).is("[")
                    && !tokens.get(i + 2).is("]");
            int close = lookUp ? TextRewrites.closing(tokens, i + 1) : -1;
            if (close < 0) {
                continue;
            }
            JavaToken open = tokens.get(i + 1);
            JavaToken index = tokens.get(i + 2);
            int start = tokens.get(i).start();
            if (close == i + 3 && index.text().matches("[0-9]{1,9}")) {
                int end = tokens.get(close).end();
                edits.add(new Edit(start, end, text(Integer.parseInt(index.text()), snippet, start, end)));
            } else {
                edits.add(new Edit(start, open.end(), all() + ".get("));
                edits.add(new Edit(tokens.get(close).start(), tokens.get(close).end(), ")"));
            }
        }
        return edits;
    }

    /** What stands for a name that javac does not know; empty if it is none of these. */
    Optional<String> expression(JavaToken name, SnippetText snippet) throws CellRejected {
        if (name.is("In")) {
            return Optional.of(all());
        }
        Matcher matcher = NAME.matcher(name.text());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = matcher.group(1);
        if (digits.isEmpty() || digits.startsWith("i")) {
            return Optional.of(literal(texts.text(cell - 1 - digits.length()).orElse("")));
        }
        return Optional.of(text(Integer.parseInt(digits), snippet, name.start(), name.end()));
    }

    private String text(int number, SnippetText snippet, int start, int end) throws CellRejected {
        Optional<String> text = texts.text(number);
        if (text.isEmpty()) {
            throw CellRejected.at(
                    "There is no text of a cell " + number + ": "
                            + (number < 1
                                    ? "cells count from 1."
                                    : number >= cell
                                            ? "the cells up to " + cell + " have one."
                                            : "%reset in has dropped it; %history has it still."),
                    snippet.offsetInCell() + start,
                    snippet.offsetInCell() + end);
        }
        return literal(text.get());
    }

    private String all() {
        SortedMap<Integer, String> before = texts.before(cell);
        int first = cell;
        int length = 0;
        while (first > 1 && length < MOST_CHARACTERS) {
            first--;
            length += before.getOrDefault(first, "").length() + 1;
        }
        StringBuilder joined = new StringBuilder();
        for (int i = first; i < cell; i++) {
            joined.append(i == first ? "" : "\0").append(before.getOrDefault(i, ""));
        }
        return INPUTS + first + ", " + cell + literals(joined.toString()) + ")";
    }

    private static String literal(String text) {
        return text.length() <= LONGEST_LITERAL
                ? ShellText.literal(text)
                : "java.lang.String.join(\"\"" + literals(text) + ")";
    }

    private static String literals(String text) {
        StringBuilder java = new StringBuilder();
        for (int at = 0; at < text.length(); at += LONGEST_LITERAL) {
            java.append(", ")
                    .append(ShellText.literal(text.substring(at, Math.min(text.length(), at + LONGEST_LITERAL))));
        }
        return java.toString();
    }
}
