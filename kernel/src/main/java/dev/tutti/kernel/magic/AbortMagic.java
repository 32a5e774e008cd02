package dev.tutti.kernel.magic;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %abort}: cancels tasks, as ipyparallel's {@code abort}. */
@Command(
        name = "abort",
        customSynopsis = {"%%abort", "%%abort all"},
        description = {
            "Cancels the tasks of this session that have not begun.",
            "With all (or --running), also stops those that run, and what runs behind the prompt."
        })
final class AbortMagic implements Magic.Action {

    /** What is cancelled. */
    enum What {
        waiting,
        all
    }

    @Parameters(arity = "0..1", paramLabel = "WHAT", description = "waiting (default) or all")
    private What what = What.waiting;

    @Option(names = "--running", description = "as all")
    private boolean running;

    @Override
    public void run(MagicContext context) {
        boolean both = running || what == What.all;
        context.pool().abort(both);
        context.print(both ? "What waited is cancelled, what ran is stopped." : "What waited is cancelled.");
    }
}
