package dev.tutti.kernel.magic;

import picocli.CommandLine.Command;

/** A macro that is run. */
@Command(description = "Runs the cells of this macro again. %%macro NAME shows them.")
final class MacroCall implements Magic.Action {

    private final String name;

    MacroCall(String name) {
        this.name = name;
    }

    @Override
    public void run(MagicContext context) throws MagicException {
        for (String cell : context.history().macros().get(name).split(CellSelection.SEPARATOR)) {
            context.history().run(cell);
        }
    }
}
