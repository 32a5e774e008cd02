package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.CellSyntaxException;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code %table}: a value as a table. */
@Command(
        name = "table",
        customSynopsis = {"%%table EXPRESSION"},
        description = {
            "Shows the value of an expression as a table: a row for each element of a collection or array and each"
                    + " entry",
            "of a map, a column for each component of records and each key of maps. What is too wide is cut."
        })
final class TableMagic implements Magic.Code {

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        if (code.isEmpty()) {
            throw new MagicException("%table needs a value to show: %table people, or %table _ for the last result.");
        }
        return ShownStep.of(code, PlannedStep.Account.TABLE, "%table people");
    }
}
