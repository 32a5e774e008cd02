package dev.tutti.kernel.magic;

import static dev.tutti.kernel.magic.MagicEntry.Form.CODE;
import static dev.tutti.kernel.magic.MagicEntry.Form.LINE;

import java.util.List;

/** What shows values. */
final class ValueMagics {

    private ValueMagics() {}

    static List<MagicEntry> entries() {
        return List.of(
                new MagicEntry("browse", CODE, "opens an object, and what is in it", false, BrowseMagic::new),
                new MagicEntry("clip", CODE, "cells or a value into the clipboard", false, ClipMagic::new),
                new MagicEntry("page", CODE, "shows all of a value, page by page", false, PageMagic::new),
                new MagicEntry("precision", LINE, "sets how many digits are shown", false, PrecisionMagic::new),
                new MagicEntry("table", CODE, "shows a value as a table", false, TableMagic::new));
    }
}
