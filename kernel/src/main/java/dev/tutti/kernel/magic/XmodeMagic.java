package dev.tutti.kernel.magic;

import dev.tutti.kernel.fold.TraceMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %xmode}, after IPython's: how much of errors is shown. */
@Command(
        name = "xmode",
        customSynopsis = {"%%xmode", "%%xmode MODE"},
        description = {
            "Sets how much is shown of what was thrown; without argument it tells.",
            "  minimal   what was thrown, and its message",
            "  plain     and the calls of code typed in cells, with causes",
            "  context   and the line where it happened. This is the default.",
            "  verbose   and all calls, those of libraries too, each with its line",
        })
final class XmodeMagic implements Magic.Action {

    @Parameters(
            arity = "0..1",
            paramLabel = "MODE",
            converter = TraceModeConverter.class,
            completionCandidates = TraceModeConverter.Names.class,
            description = "minimal, plain, context or verbose")
    private TraceMode mode;

    @Override
    public void run(MagicContext context) {
        if (mode == null) {
            context.print("Errors are shown "
                    + TraceModeConverter.name(context.traces().mode())
                    + ". %xmode minimal, plain, context or verbose changes that.");
        } else {
            context.traces().mode(mode);
        }
    }
}
