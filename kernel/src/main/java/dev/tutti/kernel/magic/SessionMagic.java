package dev.tutti.kernel.magic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %session}: a session in a file. */
@Command(
        name = "session",
        sortOptions = false,
        customSynopsis = {"%%session save FILE", "%%session load FILE"},
        description = {
            "Writes imports, methods, types and the values of variables at local to a file, or brings them back.",
            "Kept are values of the JDK's classes: numbers, texts, arrays, collections, dates. Not kept are values of"
                    + " classes declared in the session, results, and what lives on engines.",
            "The file is also a script: tutti FILE runs its declarations."
        })
final class SessionMagic implements Magic.Action {

    @Parameters(index = "0", paramLabel = "save|load", completionCandidates = Verbs.class, description = "what to do")
    private String verb;

    @Parameters(index = "1", paramLabel = "FILE", description = "the file, relative to the folder of %%cd")
    private Path file;

    @Override
    public void run(MagicContext context) throws MagicException {
        Path path = context.workplace().resolve(file.toString());
        switch (verb) {
            case "save" -> {
                int values = context.state().save(path);
                context.print("Saved " + context.declarations().size() + " declarations and " + values + " values to "
                        + path + ".");
            }
            case "load" -> {
                context.state().load(path);
                context.print("Loaded " + path + ".");
            }
            default -> throw new MagicException("%session can save or load, not '" + verb + "'.");
        }
    }

    /** For completion. */
    static final class Verbs extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Verbs() {
            super(List.of("save", "load"));
        }
    }
}
