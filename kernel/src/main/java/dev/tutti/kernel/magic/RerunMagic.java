package dev.tutti.kernel.magic;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code %rerun}, after IPython's. */
@Command(
        name = "rerun",
        description = {"Shows earlier cells and runs them again, up to one that fails. Without arguments: the newest."})
final class RerunMagic implements Magic.Action {

    @Mixin
    private CellSelection selection;

    @Override
    public void run(MagicContext context) throws MagicException {
        List<String> texts = selection.texts(context);
        for (String text : selection.isGiven() ? texts : List.of(texts.getLast())) {
            context.print(text);
            context.history().run(text);
        }
    }
}
