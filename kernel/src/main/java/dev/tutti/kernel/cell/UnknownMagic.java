package dev.tutti.kernel.cell;

import java.util.List;

/** The words for a magic that is not there, or not there in that form. */
final class UnknownMagic {

    private UnknownMagic() {}

    static CellSyntaxException line(String name, MagicNames magics, int start, int end) {
        if (magics.isCellMagic(name)) {
            return new CellSyntaxException(
                    "%%%s is a cell magic only. Write %%%%%s on the first line of a cell of its own."
                            .formatted(name, name),
                    start,
                    end);
        }
        return unknown(
                "%", name, magics.names().stream().filter(magics::isLineMagic).toList(), start, end);
    }

    static CellSyntaxException cell(String name, MagicNames magics, int start, int end) {
        if (magics.isLineMagic(name)) {
            return new CellSyntaxException(
                    "%%%%%s does not take a whole cell. Write %%%s.".formatted(name, name), start, end);
        }
        return unknown(
                "%%", name, magics.names().stream().filter(magics::isCellMagic).toList(), start, end);
    }

    private static CellSyntaxException unknown(String sign, String name, List<String> known, int start, int end) {
        String suggestion = Spelling.nearest(name, known)
                .map(near -> " Did you mean %s%s?".formatted(sign, near))
                .orElse("");
        return new CellSyntaxException(
                "Unknown magic %s%s.%s %%lsmagic lists all.".formatted(sign, name, suggestion), start, end);
    }
}
