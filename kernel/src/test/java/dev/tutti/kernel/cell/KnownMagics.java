package dev.tutti.kernel.cell;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** A handful of magics of each shape. */
final class KnownMagics implements MagicNames {

    private static final Set<String> WITH_CODE = Set.of("px", "time");
    private static final Set<String> LINE = Set.of("px", "time", "who", "whos", "lsmagic", "sx", "engines", "cd");
    private static final Set<String> CELL = Set.of("px", "time", "writefile");

    @Override
    public boolean isLineMagic(String name) {
        return LINE.contains(name);
    }

    @Override
    public boolean isCellMagic(String name) {
        return CELL.contains(name);
    }

    @Override
    public boolean takesCode(String name) {
        return WITH_CODE.contains(name);
    }

    @Override
    public Collection<String> names() {
        return List.of("cd", "engines", "lsmagic", "px", "sx", "time", "who", "whos", "writefile");
    }
}
