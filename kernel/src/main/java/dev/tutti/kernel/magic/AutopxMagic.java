package dev.tutti.kernel.magic;

import dev.tutti.engine.wire.TargetSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %autopx}, after ipyparallel's: plain cells run on engines until it is called again. */
@Command(name = "autopx", description = "Makes plain cells run on engines; called again, at local.")
final class AutopxMagic implements Magic.Action {

    @Option(
            names = {"-t", "--targets"},
            paramLabel = "TARGETS",
            description = "which engines. Default: all.")
    private TargetSpec targets;

    @Override
    public void run(MagicContext context) {
        boolean on = context.defaultTargets().onlyLocal();
        if (on || targets != null) {
            context.defaultTargets(targets == null ? TargetSpec.ALL : targets);
            context.print("%autopx on: plain cells run on "
                    + (context.defaultTargets().equals(TargetSpec.ALL)
                            ? "all engines"
                            : "engines " + context.defaultTargets())
                    + ". %autopx switches it off.");
        } else {
            context.defaultTargets(TargetSpec.LOCAL);
            context.print("%autopx off: plain cells run at local.");
        }
    }
}
