package dev.tutti.kernel.magic;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %exit}: the end. */
@Command(name = "exit", description = "Leaves the shell and ends its engines.")
final class ExitMagic implements Magic.Action {

    @Parameters(
            arity = "0..1",
            paramLabel = "CODE",
            defaultValue = "0",
            description = "the exit code, 0 to 255. Default: 0.")
    private int code;

    @Override
    public void run(MagicContext context) throws MagicException {
        if (code < 0 || code > 255) {
            throw new MagicException("An exit code is from 0 to 255, but this is " + code + ".");
        }
        context.exit(code);
    }
}
