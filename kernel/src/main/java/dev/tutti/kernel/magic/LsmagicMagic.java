package dev.tutti.kernel.magic;

import java.util.List;
import picocli.CommandLine.Command;

/** {@code %lsmagic}: all magics with a word on each. */
@Command(name = "lsmagic", description = "Lists the magics. %%NAME? or %%NAME --help tells more of one.")
final class LsmagicMagic implements Magic.Action {

    @Override
    public void run(MagicContext context) {
        List<List<String>> rows = context.magics().all().stream()
                .map(entry -> List.of(
                        switch (entry.form()) {
                            case LINE, RAW -> "%" + entry.name();
                            case RAW_OR_CELL -> "%" + entry.name() + ", %%" + entry.name();
                            case CELL_TEXT, CELL_CODE -> "%%" + entry.name();
                            case CODE -> "%" + entry.name() + ", %%" + entry.name();
                        },
                        entry.summary()))
                .toList();
        context.print(TextTable.of(List.of("magic", "what it does"), rows, Math.max(100, context.width())));
    }
}
