package dev.tutti.kernel.magic;

import dev.tutti.engine.target.TargetSpec;
import picocli.CommandLine.Option;

/** The option that tells magics of values which engines are meant. */
final class ChosenEngines {

    @Option(
            names = {"-t", "--targets"},
            paramLabel = "TARGETS",
            description = "which engines. Default: those of %%pxconfig, else all.")
    private TargetSpec targets;

    TargetSpec in(MagicContext context) {
        return context.px().targets(targets);
    }
}
