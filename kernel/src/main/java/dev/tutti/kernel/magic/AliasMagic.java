package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.CellSyntaxException;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code %alias}, after IPython's: magics made of system commands. */
@Command(
        name = "alias",
        customSynopsis = {"%%alias NAME COMMAND", "%%alias"},
        description = {
            "Makes %%NAME run a system command, with what follows the name at its end.",
            "%%s in the command stands for one word each, %%l for the whole rest of the line.",
            "Without arguments, lists these magics. They are kept for later sessions of this profile."
        })
final class AliasMagic implements Magic.Code {

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        return List.of(new PlannedStep.Act(shown -> run(code.text().strip(), shown), true));
    }

    private static void run(String text, MagicContext context) throws MagicException {
        if (text.isEmpty()) {
            list(context);
            return;
        }
        String[] words = text.split("\\s+", 2);
        if (!words[0].matches("[\\p{L}_]\\w*")) {
            throw new MagicException(
                    "The name of a magic has letters, digits and _ only, so '" + words[0] + "' is none.");
        }
        if (words.length == 1) {
            String command = context.workplace().aliases().get(words[0]);
            if (command == null) {
                throw new MagicException(
                        "There is no alias '" + words[0] + "'. Make it with %alias " + words[0] + " COMMAND.");
            }
            context.print(words[0] + "  " + command);
            return;
        }
        context.workplace().alias(words[0], words[1]);
    }

    private static void list(MagicContext context) {
        List<List<String>> rows = context.magics().all().stream()
                .filter(entry -> entry.summary().startsWith("runs !"))
                .map(entry -> List.of("%" + entry.name(), entry.summary().substring("runs !".length())))
                .toList();
        context.print(TextTable.of(List.of("magic", "command"), rows, context.width()));
    }
}
