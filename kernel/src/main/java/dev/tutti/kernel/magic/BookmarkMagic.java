package dev.tutti.kernel.magic;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %bookmark}, after IPython's: folders under names. */
@Command(
        name = "bookmark",
        sortOptions = false,
        customSynopsis = {"%%bookmark NAME [FOLDER]", "%%bookmark -l", "%%bookmark -d NAME", "%%bookmark -r"},
        description =
                "Keeps a folder under a name, for %%cd -b NAME, also in later sessions. Default: where commands run"
                        + " now.")
final class BookmarkMagic implements Magic.Action {

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "the bookmark")
    private String name;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FOLDER", description = "the folder")
    private Path folder;

    @Option(names = "-l", description = "list all")
    private boolean list;

    @Option(names = "-d", description = "forget this one")
    private boolean drop;

    @Option(names = "-r", description = "forget all")
    private boolean dropAll;

    @Override
    public void run(MagicContext context) throws MagicException {
        Workplace workplace = context.workplace();
        if (dropAll) {
            for (String old : workplace.bookmarks().keySet()) {
                workplace.bookmark(old, Optional.empty());
            }
        } else if (list || name == null) {
            List<List<String>> rows = new ArrayList<>();
            workplace.bookmarks().forEach((kept, path) -> rows.add(List.of(kept, path.toString())));
            context.print(
                    rows.isEmpty()
                            ? "There are no bookmarks. %bookmark NAME makes one of the folder where commands run."
                            : TextTable.of(List.of("name", "folder"), rows, context.width()));
        } else if (drop) {
            if (!workplace.bookmarks().containsKey(name)) {
                throw new MagicException("There is no bookmark '" + name + "'. %bookmark -l lists them.");
            }
            workplace.bookmark(name, Optional.empty());
        } else {
            Path path = folder == null ? workplace.directory() : workplace.resolve(folder.toString());
            if (!Files.isDirectory(path)) {
                throw new MagicException("There is no folder " + path + ".");
            }
            workplace.bookmark(name, Optional.of(path));
        }
    }
}
