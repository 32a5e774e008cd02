package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.CellSyntaxException;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code %jobs}: what runs beside the cells. */
@Command(name = "jobs", description = "Lists the jobs of %%bg, here or, after %%px, at engines. %%bg -k N stops one.")
final class JobsMagic implements Magic.Code {

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        return List.of(GeneratedJava.instead(code, "dev.tutti.client.BackgroundJobs.print()", context));
    }
}
