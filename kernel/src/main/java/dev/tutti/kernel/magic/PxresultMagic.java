package dev.tutti.kernel.magic;

import dev.tutti.engine.wire.CellNumber;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code %pxresult}, after ipyparallel's: what came of the step behind the prompt. */
@Command(
        name = "pxresult",
        sortOptions = false,
        description = "Waits for the newest step that was started with %%px -a, and shows what came of it.")
final class PxresultMagic implements Magic.Action {

    private final String family;

    @Parameters(arity = "0..1", paramLabel = "CELL", description = "the number of the cell that started another step")
    private Integer cell;

    @Mixin
    private PxOptions.OutputOptions outputs = new PxOptions.OutputOptions();

    PxresultMagic() {
        this("");
    }

    PxresultMagic(String family) {
        this.family = family;
    }

    @Override
    public void run(MagicContext context) throws MagicException {
        if (cell != null && cell < 1) {
            throw new MagicException("Cells are numbered from 1, so there is no cell " + cell + ".");
        }
        context.px()
                .showResult(family, Optional.ofNullable(cell).map(CellNumber::new), outputs.grouping(), outputs.name());
    }
}
