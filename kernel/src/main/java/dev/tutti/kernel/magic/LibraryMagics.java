package dev.tutti.kernel.magic;

import static dev.tutti.kernel.magic.MagicEntry.Form.LINE;

import java.util.List;

/** What concerns code from outside. */
final class LibraryMagics {

    private LibraryMagics() {}

    static List<MagicEntry> entries() {
        return List.of(
                new MagicEntry("classpath", LINE, "shows and extends what cells may use", true, ClasspathMagic::new),
                new MagicEntry("deps", LINE, "libraries from Maven repositories", true, DepsMagic::new));
    }
}
