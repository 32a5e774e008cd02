package dev.tutti.kernel.magic;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code %save}, after IPython's. */
@Command(
        name = "save",
        sortOptions = false,
        customSynopsis = "%%save [-a|-f] FILE [RANGE ...] [-l N] [-g TEXT]",
        description = {
            "Writes cells to a file: a script that tutti FILE and %%run take.",
            "In a .jsh file, for jshell, magics are comments. A file without a suffix gets .tutti."
        })
final class SaveMagic implements Magic.Action {

    @Mixin
    private CellSelection selection;

    @Option(names = "-a", description = "add to the end of the file")
    private boolean append;

    @Option(names = "-f", description = "replace a file that is there")
    private boolean force;

    @Override
    public void run(MagicContext context) throws MagicException {
        String file = selection
                .takeName()
                .orElseThrow(() -> new MagicException("Which file? %save FILE 1-9 writes cells 1 to 9 to it."));
        if (append && force) {
            throw new MagicException("-a adds to a file and -f replaces it: give one of the two.");
        }
        if (file.endsWith(".java")) {
            throw new MagicException("Cells are no class, so " + file + " would not compile. Save them as .jsh or"
                    + " .tutti, or write the class in a cell with %%writefile " + file + ".");
        }
        boolean jshell = file.endsWith(".jsh");
        String suffix = file.substring(file.lastIndexOf('/') + 1).contains(".") ? "" : ".tutti";
        List<String> texts = selection.texts(context);
        String text = texts.stream()
                .map(String::stripTrailing)
                .map(cell -> jshell ? forJshell(cell) : "// %%\n" + cell)
                .collect(Collectors.joining("\n", "", "\n"));
        CellFile to = new CellFile(file + suffix, context);
        if (append) {
            to.append(text);
        } else if (force) {
            to.replace(text);
        } else {
            to.create(text);
        }
    }

    /** What jshell cannot read is a comment. */
    private static String forJshell(String cell) {
        boolean whole = cell.stripLeading().startsWith("%%");
        return cell.lines()
                .map(line -> whole
                                || line.stripLeading().startsWith("%")
                                || line.stripLeading().startsWith("!")
                        ? "// " + line
                        : line)
                .collect(Collectors.joining("\n"));
    }
}
