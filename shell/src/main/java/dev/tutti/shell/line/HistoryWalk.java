package dev.tutti.shell.line;

import java.util.Optional;

/**
 * Going through the history with Up and Down: only cells that begin with what stood before the cursor when the walk
 * began. The walk ends by itself when the text is changed. Used by the typing thread.
 */
final class HistoryWalk {

    private final CellHistory history;
    private String draft = "";
    private String prefix = "";
    private String shown;
    private int index;

    HistoryWalk(CellHistory history) {
        this.history = history;
    }

    /** Forgets the walk: a new prompt. */
    void reset() {
        shown = null;
    }

    /** The next older cell, if there is one. */
    Optional<String> older(String text, int cursor) {
        if (!text.equals(shown)) {
            draft = text;
            prefix = text.substring(0, cursor);
            index = history.size();
        }
        for (int i = index - 1; i >= 0; i--) {
            if (fits(i, text)) {
                return show(i);
            }
        }
        return Optional.empty();
    }

    /** The next newer cell; after the newest, what had been typed. */
    Optional<String> newer(String text) {
        if (!text.equals(shown)) {
            return Optional.empty();
        }
        for (int i = index + 1; i < history.size(); i++) {
            if (fits(i, text)) {
                return show(i);
            }
        }
        shown = null;
        return Optional.of(draft);
    }

    private boolean fits(int at, String text) {
        String cell = history.get(at);
        return cell.startsWith(prefix) && !cell.equals(text);
    }

    private Optional<String> show(int at) {
        index = at;
        shown = history.get(at);
        return Optional.of(shown);
    }
}
