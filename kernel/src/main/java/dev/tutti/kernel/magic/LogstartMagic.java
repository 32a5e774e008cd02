package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.Spelling;
import dev.tutti.kernel.magic.SessionHistory.LogOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %logstart}, after IPython's. */
@Command(
        name = "logstart",
        sortOptions = false,
        customSynopsis = "%%logstart [-o] [-t] [-r] [-q] [FILE [MODE]]",
        description = {
            "Writes the cells of this session to a file, and each further one as it ends; tutti FILE runs it."
                    + " %%logstop ends it.",
            "MODE is what happens to a file that is there:",
            "  append  it grows (the default)      over    it is replaced",
            "  backup  it is kept as FILE~         rotate  it is kept as FILE.1~, that one as FILE.2~, ...",
            "  global  FILE lies in your home folder, and grows"
        })
final class LogstartMagic implements Magic.Action {

    private static final String USUAL = "tutti-log.tutti";
    private static final List<String> MODES = List.of("append", "backup", "global", "over", "rotate");

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "the file. Default: tutti-log.tutti")
    private String file = USUAL;

    @Parameters(index = "1", arity = "0..1", paramLabel = "MODE", description = "see above")
    private String mode = "append";

    @Option(names = "-o", description = "with results, as comments")
    private boolean outputs;

    @Option(names = "-t", description = "with the time of each cell")
    private boolean times;

    @Option(names = "-r", description = "cells as typed; they always are")
    private boolean raw;

    @Option(names = "-q", description = "says nothing when it begins")
    private boolean quiet;

    @Override
    public void run(MagicContext context) throws MagicException {
        if (!MODES.contains(mode)) {
            throw new MagicException(
                    "%logstart knows no mode '" + mode + "': it is append, backup, global, over or rotate."
                            + Spelling.nearest(mode, MODES)
                                    .map(word -> " Did you mean " + word + "?")
                                    .orElse(""));
        }
        CellFile to = new CellFile(mode.equals("global") ? "~/" + file : file, context);
        boolean isThere = Files.exists(to.path());
        if (isThere && mode.equals("backup")) {
            move(to.path(), sibling(to.path(), "~"));
        } else if (isThere && mode.equals("rotate")) {
            rotate(to.path());
        }
        to.prepare(mode.equals("over"));
        context.history().log().ifPresent(log -> context.note("The log " + log.file() + " has ended."));
        context.history().log(to.path(), new LogOptions(outputs, times));
        if (!quiet) {
            context.note("Cells are written to " + to.path() + ".");
        }
    }

    private static void rotate(Path path) throws MagicException {
        int last = 1;
        while (Files.exists(sibling(path, "." + last + "~"))) {
            last++;
        }
        for (int i = last; i > 1; i--) {
            move(sibling(path, "." + (i - 1) + "~"), sibling(path, "." + i + "~"));
        }
        move(path, sibling(path, ".1~"));
    }

    private static Path sibling(Path path, String ending) {
        return path.resolveSibling(path.getFileName() + ending);
    }

    private static void move(Path from, Path to) throws MagicException {
        try {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new MagicException("The file " + from + " cannot be kept as " + to.getFileName() + " (" + e
                    + "), so there is no log. Name another file, or let it grow: append.");
        }
    }
}
