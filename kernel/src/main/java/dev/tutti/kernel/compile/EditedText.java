package dev.tutti.kernel.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of a cell with some places rewritten, and the way back from the rewritten text to the cell.
 *
 * <p>Offsets inside a replacement mean the whole replaced stretch: its start for a start, its end for an end.
 */
final class EditedText {

    /** A replacement of the stretch from {@code start} to {@code end} of the original; an insertion if both are equal. */
    record Edit(int start, int end, String replacement) {}

    private final String cellText;
    private final String original;
    private final int offsetInCell;
    private final List<Edit> edits;
    private final String text;

    /** The stretch of the cell that is as long as {@code original} and begins at {@code offsetInCell}. */
    EditedText(String cellText, String original, int offsetInCell, List<Edit> edits) {
        this.cellText = cellText;
        this.original = original;
        this.offsetInCell = offsetInCell;
        this.edits = edits.stream()
                .sorted(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end))
                .toList();
        StringBuilder edited = new StringBuilder();
        int at = 0;
        for (Edit edit : this.edits) {
            edited.append(original, at, edit.start()).append(edit.replacement());
            at = edit.end();
        }
        this.text = edited.append(original, at, original.length()).toString();
    }

    /** The text with one edit more, which swallows those inside its stretch, but not insertions at its borders. */
    EditedText with(Edit edit) {
        List<Edit> more = new ArrayList<>(edits);
        more.removeIf(e ->
                edit.start() <= e.start() && e.end() <= edit.end() && e.start() < edit.end() && e.end() > edit.start());
        more.add(edit);
        return new EditedText(cellText, original, offsetInCell, more);
    }

    /** The text with something around a stretch, and around what was put there before. */
    EditedText around(int start, int end, String open, String close) {
        List<Edit> more = new ArrayList<>(edits);
        more.addFirst(new Edit(start, start, open));
        more.add(new Edit(end, end, close));
        return new EditedText(cellText, original, offsetInCell, more);
    }

    /** The whole cell as typed. */
    String cellText() {
        return cellText;
    }

    /** The rewritten text. */
    String text() {
        return text;
    }

    /** The text as typed. */
    String original() {
        return original;
    }

    /** The offset in the cell of something that starts at this offset of the rewritten text. */
    int startInCell(int offset) {
        return inCell(offset, true);
    }

    /** The offset in the cell of something that ends, exclusively, at this offset of the rewritten text. */
    int endInCell(int offset) {
        return inCell(offset, false);
    }

    private int inCell(int offset, boolean start) {
        int grown = 0;
        for (Edit edit : edits) {
            int editStart = edit.start() + grown;
            int editEnd = editStart + edit.replacement().length();
            if (offset < editStart || offset == editStart && !start) {
                break;
            }
            if (offset < editEnd) {
                return offsetInCell + (start ? edit.start() : edit.end());
            }
            grown += edit.replacement().length() - (edit.end() - edit.start());
        }
        return offsetInCell + Math.clamp(offset - grown, 0, original.length());
    }
}
