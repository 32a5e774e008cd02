package dev.tutti.kernel.magic;

import static dev.tutti.kernel.magic.MagicEntry.Form.CODE;
import static dev.tutti.kernel.magic.MagicEntry.Form.LINE;

import java.util.List;

/** What tells of time and memory. */
final class MeasuringMagics {

    private MeasuringMagics() {}

    static List<MagicEntry> entries() {
        return List.of(
                new MagicEntry("heap", LINE, "shows what the heap holds", false, HeapMagic::new),
                new MagicEntry("memit", CODE, "tells what memory a piece of code takes", false, MemitMagic::new),
                new MagicEntry("prun", CODE, "shows where code spends its time", false, PrunMagic::new),
                new MagicEntry("threads", LINE, "shows where the threads are", false, ThreadsMagic::new),
                new MagicEntry("time", CODE, "tells where the time of a piece of code goes", false, TimeMagic::new),
                new MagicEntry("timeit", CODE, "measures a short piece of code", false, TimeitMagic::new));
    }
}
