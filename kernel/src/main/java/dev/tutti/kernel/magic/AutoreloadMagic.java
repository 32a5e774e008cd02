package dev.tutti.kernel.magic;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %autoreload}: classes that were compiled anew take the place of the old ones. */
@Command(
        name = "autoreload",
        customSynopsis = {"%%autoreload [on|off]"},
        description = {
            "Looks before each cell which class files in folders of the class path were compiled anew, and takes them",
            "over, here and at all engines. Objects and variables stay where a class keeps its fields and methods;",
            "where it does not, the old class stays in use until %%reset."
        })
final class AutoreloadMagic implements Magic.Action {

    /** Whether to look. */
    enum State {
        on,
        off
    }

    @Parameters(arity = "0..1", paramLabel = "STATE", description = "on or off; without it, tells which")
    private State state;

    @Override
    public void run(MagicContext context) throws MagicException {
        Libraries libraries = context.libraries();
        if (state != null) {
            libraries.autoreload(state == State.on);
        }
        List<Path> folders =
                libraries.classPath().stream().filter(Files::isDirectory).toList();
        if (!libraries.isAutoreload()) {
            context.print("Classes are not reloaded. %autoreload on watches the folders of the class path.");
        } else if (folders.isEmpty()) {
            context.print("Classes will be reloaded, but there is no folder on the class path yet: %classpath add"
                    + " target/classes.");
        } else {
            context.print("Classes are reloaded before each cell from "
                    + folders.stream().map(Path::toString).collect(Collectors.joining(", ")) + ".");
        }
    }
}
