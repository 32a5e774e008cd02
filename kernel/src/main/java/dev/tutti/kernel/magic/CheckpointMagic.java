package dev.tutti.kernel.magic;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %checkpoint}: marks what is declared. */
@Command(
        name = "checkpoint",
        description = {
            "Marks what is declared now, for %%rollback. Without a name, lists the marks.",
            "It marks declarations, not values: what a variable holds is not copied."
        })
final class CheckpointMagic implements Magic.Action {

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "what the mark is called")
    private String name;

    @Override
    public void run(MagicContext context) {
        if (name == null) {
            List<String> names = context.state().checkpoints();
            context.print(
                    names.isEmpty()
                            ? "There are no checkpoints. %checkpoint NAME sets one."
                            : String.join("\n", names));
        } else {
            context.state().checkpoint(name);
        }
    }
}
