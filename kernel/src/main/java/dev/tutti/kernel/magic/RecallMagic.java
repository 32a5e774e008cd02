package dev.tutti.kernel.magic;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code %recall}, after IPython's. */
@Command(
        name = "recall",
        description = {
            "Puts earlier cells into the next prompt, to be changed and run. Without arguments: the newest.",
            "Off the prompt it prints them."
        })
final class RecallMagic implements Magic.Action {

    @Mixin
    private CellSelection selection;

    @Override
    public void run(MagicContext context) throws MagicException {
        List<String> texts = selection.texts(context);
        context.history().offer(selection.isGiven() ? String.join("\n", texts) : texts.getLast());
    }
}
