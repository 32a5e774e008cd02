package dev.tutti.kernel.magic;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code %pxconfig}: options for all calls of {@code %px}. */
@Command(
        name = "pxconfig",
        sortOptions = false,
        customSynopsis = {"%%pxconfig [OPTIONS]", "%%pxconfig --reset [OPTIONS]"},
        description = {
            "Sets options for all %%px and for plain cells under %%autopx; shows them when none is given.",
            "What a call says itself goes before."
        })
final class PxconfigMagic implements Magic.Action {

    private final String family;

    @Mixin
    private PxOptions options = new PxOptions();

    @Option(names = "--reset", description = "forget what was set before")
    private boolean reset;

    PxconfigMagic() {
        this("");
    }

    PxconfigMagic(String family) {
        this.family = family;
    }

    @Override
    public void run(MagicContext context) throws MagicException {
        PxSettings said = options.settings();
        if (said.name().isPresent()) {
            throw new MagicException("--out names the results of one call, so %pxconfig does not take it.");
        }
        PxSession px = context.px();
        if (reset || !said.equals(PxSettings.NONE)) {
            px.defaults(family, said.over(reset ? PxSettings.NONE : px.defaults(family)));
        }
        String text = px.defaults(family).toString();
        context.print(
                text.isEmpty()
                        ? "%px" + family + " has its own defaults: all engines, waiting. See %px --help."
                        : "%px" + family + " " + text);
    }
}
