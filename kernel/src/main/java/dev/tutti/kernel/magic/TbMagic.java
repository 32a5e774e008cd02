package dev.tutti.kernel.magic;

import dev.tutti.kernel.fold.TraceMode;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %tb}, after IPython's: the last trace again. */
@Command(
        name = "tb",
        customSynopsis = {"%%tb [MODE]"},
        description = "Shows the last errors of a cell again, with more or less of them than before.")
final class TbMagic implements Magic.Action {

    @Parameters(
            arity = "0..1",
            paramLabel = "MODE",
            converter = TraceModeConverter.class,
            completionCandidates = TraceModeConverter.Names.class,
            description = "minimal, plain, context or verbose. Default: that of %%xmode.")
    private TraceMode mode;

    @Override
    public void run(MagicContext context) throws MagicException {
        context.traces().showLast(Optional.ofNullable(mode));
    }
}
