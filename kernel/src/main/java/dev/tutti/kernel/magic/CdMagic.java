package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.CellSyntaxException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code %cd}, after IPython's: where commands run. */
@Command(
        name = "cd",
        customSynopsis = {"%%cd [FOLDER]", "%%cd -", "%%cd -N", "%%cd -b NAME"},
        description = {
            "Makes system commands, and magics that take files, work in another folder: !ls, %%run, %%%%writefile.",
            "Without a folder: the user's. -: the one before. -N: number N of %%dhist. -b: a bookmark.",
            "A JVM cannot change its own folder: relative paths in Java stay those of the folder where Tutti was"
                    + " started. Path.of(dev.tutti.client.Shell.directory() + \"/name\") is in this one.",
            "%%px %%cd moves the commands of engines."
        })
final class CdMagic implements Magic.Code {

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        return List.of(
                step(code, context),
                new PlannedStep.Act(moved -> moved.workplace().follow(), false));
    }

    private static PlannedStep step(CodeArgument code, MagicContext context) throws MagicException {
        List<ArgumentWords.Word> words = ArgumentWords.of(code.text());
        String first = words.isEmpty() ? "" : words.getFirst().text();
        if (first.isEmpty() || first.equals("-")) {
            return to(code, first, context);
        }
        if (first.equals("-b")) {
            return to(code, bookmark(words, context).toString(), context);
        }
        if (first.matches("-\\d{1,4}")) {
            return to(
                    code, visited(Integer.parseInt(first.substring(1)), context).toString(), context);
        }
        if (first.startsWith("-")) {
            throw new MagicException(
                    "%cd does not know '" + first + "'. See %cd --help. A folder of that name is ./" + first + ".");
        }
        boolean quoted =
                words.size() == 1 && words.getFirst().end() - words.getFirst().start() > first.length();
        return quoted
                ? to(code, first, context)
                : GeneratedJava.aroundText(GeneratedJava.SHELL + "cd(", code, ").toString()", context);
    }

    private static PlannedStep to(CodeArgument code, String folder, MagicContext context) {
        return GeneratedJava.instead(
                code, GeneratedJava.SHELL + "cd(" + GeneratedJava.literal(folder) + ").toString()", context);
    }

    private static Path bookmark(List<ArgumentWords.Word> words, MagicContext context) throws MagicException {
        if (words.size() != 2) {
            throw new MagicException("%cd -b needs the name of one bookmark. %bookmark -l lists them.");
        }
        Path folder = context.workplace().bookmarks().get(words.get(1).text());
        if (folder == null) {
            throw new MagicException("There is no bookmark '" + words.get(1).text() + "'. %bookmark -l lists them.");
        }
        return folder;
    }

    private static Path visited(int number, MagicContext context) throws MagicException {
        List<Path> visited = context.workplace().visited();
        if (number >= visited.size()) {
            throw new MagicException("The folders are numbered from 0 to " + (visited.size() - 1) + ", so " + number
                    + " is none. %dhist lists them.");
        }
        return visited.get(number);
    }
}
