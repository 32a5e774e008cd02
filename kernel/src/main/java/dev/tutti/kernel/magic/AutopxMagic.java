package dev.tutti.kernel.magic;

import dev.tutti.engine.target.TargetSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %autopx}, after ipyparallel's: plain cells run on engines until it is called again. */
@Command(
        name = "autopx",
        description = {
            "Makes plain cells run on engines; called again, at local.",
            "They obey the options that %%pxconfig has set."
        })
final class AutopxMagic implements Magic.Action {

    private final String family;

    @Option(
            names = {"-t", "--targets"},
            paramLabel = "TARGETS",
            description = "which engines. Default: those of %%pxconfig, else all.")
    private TargetSpec targets;

    AutopxMagic() {
        this("");
    }

    AutopxMagic(String family) {
        this.family = family;
    }

    @Override
    public void run(MagicContext context) {
        PxSession px = context.px();
        boolean on = context.defaultTargets().onlyLocal() || !px.plainFamily().equals(family);
        if (on || targets != null) {
            context.defaultTargets(
                    targets == null ? px.defaults(family).targets().orElse(TargetSpec.ALL) : targets);
            px.plainFamily(family);
            context.print("%autopx" + family + " on: plain cells run on "
                    + (context.defaultTargets().equals(TargetSpec.ALL)
                            ? "all engines"
                            : "engines " + context.defaultTargets())
                    + ". %autopx" + family + " switches it off.");
        } else {
            context.defaultTargets(TargetSpec.LOCAL);
            context.print("%autopx" + family + " off: plain cells run at local.");
        }
    }
}
