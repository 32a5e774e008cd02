package dev.tutti.kernel.magic;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %help}: where to find what; or what is known of one thing. */
@Command(
        name = "help",
        description = "Tells how to get help; with a name, what is known of a magic, a type, a method or a variable.")
final class HelpMagic implements Magic.Action {

    static final String OVERVIEW = """
        Type Java; Enter runs a complete cell. The last expression's value is shown and kept.

          expr?   expr??      what it is, with its documentation; with its source
          Tab                 completes; again: signatures; again: documentation
          %px CODE            runs code on all engines (-t 0-3,7 chooses some)
          %engines            shows the engines
          %who   %whos        shows what is declared
          _   _N   Out[N]     the newest result, the result of cell N
          %quickref           all keys and forms on one page
          %lsmagic            all magics; %NAME? tells of one
          Ctrl-C              stops a running cell; at the prompt, clears the line
          Ctrl-D   %exit      leaves
        """;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "a magic, or a Java name or expression")
    private String subject;

    @Override
    public void run(MagicContext context) throws MagicException {
        if (subject == null) {
            context.print(OVERVIEW);
        } else {
            new HelpLookup(context).show(subject, false);
        }
    }
}
