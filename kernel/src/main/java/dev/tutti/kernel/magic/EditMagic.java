package dev.tutti.kernel.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %edit}, after IPython's. */
@Command(
        name = "edit",
        sortOptions = false,
        customSynopsis = "%%edit [-x] [-n LINE] [-p | WHAT ...] [--nano]",
        description = {
            "Opens an editor; what it leaves is run as a cell. WHAT is to be edited: a file, cells by their numbers as"
                    + " %%history takes them, a macro, or the declaration of a name of this session.",
            "The editor is the setting editor.program, else the environment's VISUAL or EDITOR, else the one that is"
                    + " built in: there Ctrl-O writes the text and Ctrl-X leaves."
        })
final class EditMagic implements Magic.Action {

    @Parameters(arity = "0..*", paramLabel = "WHAT", description = "what to begin with; nothing: a new cell")
    private List<String> what = new ArrayList<>();

    @Option(names = "-p", description = "goes on with what was edited last")
    private boolean previous;

    @Option(names = "-x", description = "does not run it: it stands at the next prompt")
    private boolean unrun;

    @Option(names = "-n", paramLabel = "LINE", description = "begins at this line: +LINE before the file's name")
    private Integer line;

    @Option(names = "--nano", description = "in the editor that is built in")
    private boolean builtIn;

    @Override
    public void run(MagicContext context) throws MagicException {
        if (previous && !what.isEmpty()) {
            throw new MagicException("-p goes on with what was edited last, so '" + String.join(" ", what)
                    + "' would be left out. Give one of the two.");
        }
        if (line != null && line < 1) {
            throw new MagicException("Lines (-n) count from 1, so " + line + " is none.");
        }
        context.history().checkScreen("%edit");
        CellFile file = what.size() == 1 ? new CellFile(what.getFirst(), context) : null;
        boolean isFile = file != null && file.isMeant();
        String text = isFile ? edited(file, context) : edited(before(context), context);
        context.history().edited(text);
        if (isFile && unrun) {
            return;
        }
        if (text.isBlank()) {
            context.note("The text is empty: nothing is run.");
        } else if (unrun) {
            context.history().offer(text);
        } else {
            if (!isFile) {
                context.print(text);
            }
            context.history().runNew(text);
        }
    }

    private SessionHistory.EditedPlace place(Path file) {
        return new SessionHistory.EditedPlace(file, line == null ? OptionalInt.empty() : OptionalInt.of(line));
    }

    private String before(MagicContext context) throws MagicException {
        if (previous) {
            return context.history()
                    .edited()
                    .orElseThrow(() -> new MagicException("Nothing has been edited yet. %edit begins with a new cell,"
                            + " %edit 4-6 with earlier ones."));
        }
        List<String> texts = new ArrayList<>();
        for (String word : what) {
            texts.add(new NamedText(word, context).text());
        }
        return String.join("\n", texts);
    }

    private String edited(CellFile file, MagicContext context) throws MagicException {
        context.history().edit(place(file.path()), builtIn);
        return Files.exists(file.path()) ? file.read() : "";
    }

    /** What the user makes of a text. */
    private String edited(String text, MagicContext context) throws MagicException {
        Path file;
        try {
            file = Files.createTempFile("cell-", ".java");
        } catch (IOException e) {
            throw new MagicException("There is no place for the text to be edited: " + e.getMessage() + ".");
        }
        try {
            Files.writeString(file, text.isEmpty() || text.endsWith("\n") ? text : text + "\n");
            try {
                context.history().edit(place(file), builtIn);
            } finally {
                context.history().edited(Files.readString(file));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new MagicException("The edited text cannot be read back from " + file + ": " + e.getMessage() + ".");
        } finally {
            discard(file);
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.getLogger(EditMagic.class.getName())
                    .log(System.Logger.Level.DEBUG, "The edited file stays in the temporary folder", e);
        }
    }
}
