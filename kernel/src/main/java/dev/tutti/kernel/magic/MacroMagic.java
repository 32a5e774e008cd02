package dev.tutti.kernel.magic;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code %macro}, after IPython's: a magic made of earlier cells. */
@Command(
        name = "macro",
        sortOptions = false,
        customSynopsis = "%%macro [-q] [NAME [RANGE ...] [-l N] [-g TEXT]]",
        description = {
            "Makes %%NAME run the texts of earlier cells again. %%macro NAME shows it, %%macro lists all.",
            "Macros are words in ranges too: %%save FILE NAME, %%macro LONGER NAME 7-9."
        })
final class MacroMagic implements Magic.Action {

    @Mixin
    private CellSelection selection;

    @Option(names = "-q", description = "do not show what it holds")
    private boolean quiet;

    @Override
    public void run(MagicContext context) throws MagicException {
        String name = selection.takeName().orElse(null);
        if (name == null) {
            list(context);
        } else if (selection.isGiven()) {
            define(name, context);
        } else {
            String text = context.history().macros().get(name);
            if (text == null) {
                throw new MagicException(
                        "There is no macro '" + name + "'. Make it of cells with %macro " + name + " 1-3.");
            }
            context.print(text);
        }
    }

    private static void list(MagicContext context) {
        if (context.history().macros().isEmpty()) {
            context.note("There are no macros. Make one of cells with %macro NAME 1-3.");
            return;
        }
        List<List<String>> rows = context.history().macros().entrySet().stream()
                .map(macro -> List.of(
                        "%" + macro.getKey(),
                        macro.getValue().lines().findFirst().orElse("")))
                .toList();
        context.print(TextTable.of(List.of("macro", "begins with"), rows, context.width()));
    }

    private void define(String name, MagicContext context) throws MagicException {
        if (!name.matches("[\\p{L}_]\\w*")) {
            throw new MagicException("The name of a macro has letters, digits and _ only, and no digit first, so '"
                    + name + "' is none.");
        }
        String text = selection.text(context);
        boolean again = context.history().macros().containsKey(name);
        if (!again && !context.magics().add(HistoryMagics.macro(name))) {
            throw new MagicException("There is a magic %" + name + " already. Give the macro another name.");
        }
        context.history().macros().put(name, text);
        if (!quiet) {
            context.print("%" + name + " runs:\n" + text.indent(2));
        }
    }
}
