package dev.tutti.kernel.magic;

import dev.tutti.kernel.export.ExportedClass;
import java.io.File;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
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
            "In a .jsh file, for jshell, magics are comments. A file without a suffix gets .tutti.",
            "A file NAME.ipynb gets a notebook for Jupyter, with what the cells showed.",
            "A file NAME.java gets a class: methods, types and variables are members, what runs stands in main. Magics,"
                    + " and what needs them, are comments."
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
            saveClass(file, context);
            return;
        }
        if (file.endsWith(".ipynb")) {
            if (append) {
                throw new MagicException(
                        "-a cannot add to a notebook. -f writes it anew; without it a new file is made.");
            }
            write(context.exports().notebook(selection.entries(context)), new CellFile(file, context));
            return;
        }
        boolean jshell = file.endsWith(".jsh");
        String suffix = file.substring(file.lastIndexOf('/') + 1).contains(".") ? "" : ".tutti";
        String text = selection.texts(context).stream()
                .map(String::stripTrailing)
                .map(cell -> jshell ? forJshell(cell) : "// %%\n" + cell)
                .collect(Collectors.joining("\n", "", "\n"));
        write(text, new CellFile(file + suffix, context));
    }

    private void write(String text, CellFile to) throws MagicException {
        if (append) {
            to.append(text);
        } else if (force) {
            to.replace(text);
        } else {
            to.create(text);
        }
    }

    private void saveClass(String file, MagicContext context) throws MagicException {
        String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.java$", "");
        if (append) {
            throw new MagicException("-a cannot add to a class. -f writes it anew; without it a new file is made.");
        }
        if (!SourceVersion.isName(name) || name.contains(".")) {
            throw new MagicException("The class has the name of its file, and '" + name
                    + "' cannot be the name of a class. Take letters, digits and _ only.");
        }
        ExportedClass exported = context.exports().javaClass(name, selection.texts(context));
        write(exported.text(), new CellFile(file, context));
        if (exported.leftOut() > 0) {
            context.note(
                    (exported.leftOut() == 1 ? "One piece is a comment" : exported.leftOut() + " pieces are comments")
                            + " in it, with the reason: it does not compile there.");
        }
        if (!exported.selfContained()) {
            String classPath = context.exports().classPath().stream()
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
            context.note("It needs libraries of this session: java -cp " + classPath + " " + file);
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
