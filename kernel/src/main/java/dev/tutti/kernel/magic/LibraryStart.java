package dev.tutti.kernel.magic;

import dev.tutti.kernel.settings.KnownSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What libraries offer to a session that they are added to: magics, and a cell to begin with. */
final class LibraryStart {

    /** A cell: imports, declarations, what is to run first. */
    private static final String START = "META-INF/tutti/start.jsh";

    private LibraryStart() {}

    /**
     * Takes it, and tells what that is.
     *
     * @param added jars and folders that are on the class path now and were not before
     * @throws MagicException if such a cell fails; the libraries stay
     */
    static void take(List<Path> added, MagicContext context) throws MagicException {
        List<String> magics = context.userMagics().addFrom(added);
        if (!magics.isEmpty()) {
            context.print("With it " + (magics.size() == 1 ? "comes " : "come ")
                    + magics.stream().map(name -> "%" + name).collect(Collectors.joining(", ")) + ".");
        }
        boolean wanted = context.profile().settings().isOn(KnownSettings.LIBRARIES_START);
        for (Path entry : added) {
            String cell = cell(entry, context);
            if (cell.isEmpty()) {
                continue;
            }
            if (!wanted) {
                context.note(entry.getFileName() + " has a cell to begin with, which was not run: "
                        + KnownSettings.LIBRARIES_START.name() + " is off. It is " + START + " in there.");
                continue;
            }
            context.print(entry.getFileName() + " begins with this cell (" + KnownSettings.LIBRARIES_START.name()
                    + " = off refuses such):\n" + cell.indent(4).stripTrailing());
            run(entry, cell, context);
        }
    }

    private static String cell(Path entry, MagicContext context) {
        try {
            return LibraryText.of(entry, START).strip();
        } catch (IOException e) {
            context.note(entry.getFileName() + " cannot be looked through for " + START + ": " + e.getMessage() + ".");
            return "";
        }
    }

    private static void run(Path entry, String cell, MagicContext context) throws MagicException {
        try {
            context.runCell(cell);
        } catch (MagicException e) {
            throw new MagicException("The cell that " + entry.getFileName()
                    + " begins with has failed. The library itself is on the class path.");
        }
    }
}
