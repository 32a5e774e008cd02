package dev.tutti.kernel.magic;

import static dev.tutti.kernel.magic.MagicEntry.Form.CODE;
import static dev.tutti.kernel.magic.MagicEntry.Form.LINE;

import java.util.List;

/** What helps with errors. */
final class ErrorMagics {

    private ErrorMagics() {}

    static List<MagicEntry> entries() {
        return List.of(
                new MagicEntry("bytecode", LINE, "shows what a declaration became", false, BytecodeMagic::new),
                new MagicEntry("debug", CODE, "runs code step by step", false, DebugMagic::new),
                new MagicEntry("desugar", CODE, "shows what code becomes, as Java", false, DesugarMagic::new),
                new MagicEntry("tb", LINE, "shows the last errors again", false, TbMagic::new),
                new MagicEntry("xmode", LINE, "sets how much of errors is shown", false, XmodeMagic::new));
    }
}
