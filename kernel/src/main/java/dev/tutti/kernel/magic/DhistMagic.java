package dev.tutti.kernel.magic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %dhist}: where commands ran. */
@Command(name = "dhist", description = "Lists the folders where commands ran; %%cd -N goes back to one.")
final class DhistMagic implements Magic.Action {

    @Parameters(arity = "0..1", paramLabel = "COUNT", description = "only so many, the newest")
    private int count = Integer.MAX_VALUE;

    @Override
    public void run(MagicContext context) {
        List<Path> visited = context.workplace().visited();
        List<String> lines = new ArrayList<>();
        for (int i = Math.max(0, visited.size() - Math.clamp((long) count, 1, visited.size()));
                i < visited.size();
                i++) {
            lines.add(i + ": " + visited.get(i));
        }
        context.print(String.join("\n", lines));
    }
}
