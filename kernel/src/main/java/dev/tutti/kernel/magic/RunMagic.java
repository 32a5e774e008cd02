package dev.tutti.kernel.magic;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %run}: runs a script in this session. */
@Command(
        name = "run",
        description = {
            "Runs the cells of a file in this session, as tutti FILE would.",
            "Its declarations stay. It stops at the first cell that fails.",
            "Libraries that it names as JBang does, //DEPS group:artifact:version, are added first.",
            "Of a notebook the cells of code run. Magics that are not here are left out and named; %%maven and %%jars,"
                    + " which other kernels have, are read as %%deps add and %%classpath add."
        })
final class RunMagic implements Magic.Action {

    @Parameters(
            paramLabel = "FILE",
            description = "a script: cells separated by lines that start with // %%%%; or a notebook, .ipynb")
    private Path file;

    @Override
    public void run(MagicContext context) throws MagicException {
        context.runFile(context.workplace().resolve(file.toString()));
    }
}
