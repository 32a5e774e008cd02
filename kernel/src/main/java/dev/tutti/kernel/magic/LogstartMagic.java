package dev.tutti.kernel.magic;

import dev.tutti.kernel.magic.SessionHistory.LogOptions;
import java.nio.file.Files;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %logstart}, after IPython's. */
@Command(
        name = "logstart",
        sortOptions = false,
        description = "Writes each cell to a file as it ends; tutti FILE runs it. %%logstop ends it.")
final class LogstartMagic implements Magic.Action {

    @Parameters(
            index = "0",
            arity = "0..1",
            defaultValue = "tutti-log.tutti",
            paramLabel = "FILE",
            description = "the file. Default: tutti-log.tutti")
    private String file;

    /** What happens to a file that is there. */
    enum Mode {
        APPEND,
        OVER
    }

    @Parameters(
            index = "1",
            arity = "0..1",
            defaultValue = "append",
            paramLabel = "append|over",
            description = "what happens to a file that is there. Default: append")
    private Mode mode;

    @Option(names = "-o", description = "with results, as comments")
    private boolean outputs;

    @Option(names = "-t", description = "with the time of each cell")
    private boolean times;

    @Option(names = "-r", description = "cells as typed; they always are")
    private boolean raw;

    @Override
    public void run(MagicContext context) throws MagicException {
        context.history().log().ifPresent(log -> context.note("The log " + log.file() + " has ended."));
        CellFile to = new CellFile(file, context);
        if (mode == Mode.OVER || !Files.exists(to.path())) {
            to.replace("");
        } else {
            to.append("");
        }
        context.history().log(to.path(), new LogOptions(outputs, times));
    }
}
