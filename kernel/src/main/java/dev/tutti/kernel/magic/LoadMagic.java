package dev.tutti.kernel.magic;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %load}, after IPython's. */
@Command(
        name = "load",
        description = {
            "Puts a file, what is at an address, cells, a macro or the source of a name of this session into the next"
                    + " prompt, to be changed and run. Off the prompt it prints them."
        })
final class LoadMagic implements Magic.Action {

    @Parameters(paramLabel = "WHAT", description = "a file, http://…, a range as %%history has, a macro, or a name")
    private String what;

    @Override
    public void run(MagicContext context) throws MagicException {
        context.history().offer(new NamedText(what, context).text());
    }
}
