package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.CellSyntaxException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %%writefile}, after IPython's. */
@Command(name = "writefile", description = "Writes the lines below to a file, relative to the folder of %%cd.")
final class WritefileMagic implements Magic.Code {

    @Option(
            names = {"-a", "--append"},
            description = "add to the end of the file")
    private boolean append;

    @Parameters(paramLabel = "FILE", description = "the file")
    private Path file;

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        return List.of(new PlannedStep.Act(shown -> write(wholeLines(code.text()), shown), false));
    }

    private void write(String text, MagicContext context) throws MagicException {
        Path path = context.workplace().resolve(file.toString());
        boolean there = Files.exists(path);
        try {
            Files.writeString(
                    path,
                    text,
                    StandardOpenOption.CREATE,
                    append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new MagicException("The file " + path + " cannot be written: " + reason(path, e));
        }
        context.print((append ? "Appended to " : there ? "Overwrote " : "Wrote ") + path + ".");
    }

    /** A cell that does not come from a prompt has no line end at its end. */
    private static String wholeLines(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }

    private static String reason(Path path, IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no folder " + path.getParent() + ".";
            case AccessDeniedException _ -> "you have no permission to.";
            default -> Files.isDirectory(path) ? "it is a folder." : e.getMessage() + ".";
        };
    }
}
