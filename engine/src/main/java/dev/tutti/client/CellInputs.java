package dev.tutti.client;

import java.util.AbstractList;
import java.util.List;

/**
 * The texts of a session's cells, by their numbers: what {@code In} compiles to. Immutable; as long as the session was
 * when the code was compiled. As cells count from 1, the text at 0 is empty, and so are those that were dropped.
 */
public final class CellInputs extends AbstractList<String> {

    private final List<String> texts;
    private final int first;
    private final int end;

    private CellInputs(List<String> texts, int first, int end) {
        this.texts = texts;
        this.first = first;
        this.end = end;
    }

    /**
     * The texts of cells.
     *
     * @param first the number of the first that has a text
     * @param end the number after the last one
     * @param joined their texts with zeros between them, cut anywhere
     */
    public static CellInputs of(int first, int end, String... joined) {
        return new CellInputs(List.of(String.join("", joined).split("\0", -1)), first, end);
    }

    /** @throws IndexOutOfBoundsException if there was no such cell when the code was compiled */
    @Override
    public String get(int cell) {
        if (cell < 0 || cell >= end) {
            throw new IndexOutOfBoundsException("In[" + cell + "] has no text: the cells 1 to " + (end - 1)
                    + " were submitted before this code was compiled.");
        }
        return cell < first ? "" : texts.get(cell - first);
    }

    @Override
    public int size() {
        return end;
    }
}
