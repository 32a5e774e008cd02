package dev.tutti.kernel.magic;

import picocli.CommandLine.Command;

/** {@code %imports}: the imports in force. */
@Command(name = "imports", description = "Lists the imports that are in force in every cell.")
final class ImportsMagic implements Magic.Action {

    @Override
    public void run(MagicContext context) {
        context.imports().forEach(name -> context.print("import " + name + ";"));
    }
}
