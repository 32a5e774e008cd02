package dev.tutti.kernel.magic;

import java.nio.file.Files;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %load}, after IPython's. */
@Command(
        name = "load",
        description = {
            "Puts a file, cells, a macro or the source of a name of this session into the next prompt, to be changed",
            "and run. Off the prompt it prints them."
        })
final class LoadMagic implements Magic.Action {

    @Parameters(paramLabel = "WHAT", description = "a file, a range as %%history has, a macro, or a name")
    private String what;

    @Override
    public void run(MagicContext context) throws MagicException {
        context.history().offer(text(context));
    }

    private String text(MagicContext context) throws MagicException {
        String macro = context.history().macros().get(what);
        if (macro != null) {
            return macro;
        }
        CellFile file = new CellFile(what, context);
        if (Files.exists(file.path())) {
            return file.read();
        }
        if (what.matches("~?\\d.*")) {
            List<String> texts = context.history().cells(List.of(what)).stream()
                    .map(cell -> cell.source())
                    .toList();
            if (texts.isEmpty()) {
                throw new MagicException("There is no such cell: " + what + ". %history lists those of this session.");
            }
            return String.join("\n", texts);
        }
        boolean known = context.declarations().stream()
                .anyMatch(declaration -> declaration.name().equals(what));
        return known ? context.source(what).orElseGet(() -> "") : file.read();
    }
}
