package dev.tutti.kernel.magic;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %notebook}, after IPython's: the session as a notebook. */
@Command(
        name = "notebook",
        description = {
            "Writes the cells of this session, with what they showed, to a notebook that Jupyter reads.",
            "%%save NAME.ipynb 3-7 takes some of them. %%run NAME.ipynb runs a notebook here."
        })
final class NotebookMagic implements Magic.Action {

    @Parameters(paramLabel = "FILE", description = "the notebook; without a suffix it gets .ipynb")
    private String file;

    @Option(names = "-f", description = "replace a file that is there")
    private boolean force;

    @Override
    public void run(MagicContext context) throws MagicException {
        String name = file.substring(file.lastIndexOf('/') + 1);
        if (name.contains(".") && !name.endsWith(".ipynb")) {
            throw new MagicException("The name of a notebook ends in .ipynb, and that of " + file
                    + " does not. %save writes other files.");
        }
        String text = context.exports().notebook(context.history().cells(List.of()));
        CellFile to = new CellFile(name.contains(".") ? file : file + ".ipynb", context);
        if (force) {
            to.replace(text);
        } else {
            to.create(text);
        }
    }
}
