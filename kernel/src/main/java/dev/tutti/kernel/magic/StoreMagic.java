package dev.tutti.kernel.magic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %store}, after IPython's: values from session to session. */
@Command(
        name = "store",
        sortOptions = false,
        customSynopsis = {"%%store NAME...", "%%store -r [NAME...]", "%%store -d NAME...", "%%store -z", "%%store"},
        description = {
            "Keeps values of variables at local for later sessions of this profile, and brings them back (-r).",
            "Without arguments, lists what is kept. Values of classes declared in the session cannot be kept.",
            "Aliases and bookmarks are kept by themselves."
        })
final class StoreMagic implements Magic.Action {

    private static final String ENDING = ".value";

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "variables")
    private List<String> names = new ArrayList<>();

    @Option(names = "-r", description = "bring back these, or all")
    private boolean restore;

    @Option(names = "-d", description = "forget these")
    private boolean drop;

    @Option(names = "-z", description = "forget all")
    private boolean dropAll;

    @Override
    public void run(MagicContext context) throws MagicException {
        Path folder = context.profile().data().resolve("store");
        try {
            if (dropAll) {
                delete(kept(folder), folder);
            } else if (drop) {
                delete(known(folder), folder);
            } else if (restore) {
                for (String name : names.isEmpty() ? kept(folder) : known(folder)) {
                    context.state().restore(folder.resolve(name + ENDING));
                    context.print("Restored " + name + ".");
                }
            } else if (names.isEmpty()) {
                List<String> kept = kept(folder);
                context.print(kept.isEmpty() ? "Nothing is kept. %store NAME keeps a value." : String.join("\n", kept));
            } else {
                for (String name : names) {
                    context.state().store(name, folder.resolve(name + ENDING));
                    context.print("Kept " + name + ".");
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new MagicException("The folder " + folder + " cannot be used: " + e.getMessage() + ".");
        }
    }

    private List<String> known(Path folder) throws IOException, MagicException {
        List<String> kept = kept(folder);
        for (String name : names) {
            if (!kept.contains(name)) {
                throw new MagicException("No value is kept under the name '" + name + "'. %store lists all.");
            }
        }
        if (names.isEmpty()) {
            throw new MagicException("%store -d needs names; -z forgets all.");
        }
        return names;
    }

    private static List<String> kept(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }

    private static void delete(List<String> names, Path folder) throws IOException {
        for (String name : names) {
            Files.delete(folder.resolve(name + ENDING));
        }
    }
}
