package dev.tutti.kernel.magic;

import dev.tutti.engine.measure.Figures;
import dev.tutti.engine.measure.MemoryUse;
import dev.tutti.engine.measure.Units;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.kernel.cell.CellSyntaxException;
import java.util.List;
import java.util.SortedMap;
import picocli.CommandLine.Command;

/** {@code %memit}, after memory_profiler's: what memory a piece of code takes. */
@Command(
        name = "memit",
        customSynopsis = {"%%memit CODE", "%%%%memit", "      CODE LINES"},
        description = {
            "Runs code once and tells what it allocates, how far the heap grows, and what it keeps: what is alive",
            "afterwards and was not before. Garbage is collected before and after it."
        })
final class MemitMagic implements Magic.Code {

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        MeasuringStep.requireJava(code, "memit", "%memit new int[1_000_000]");
        return MeasuringStep.of(
                code, MeasuredCode.argument(code, "dev.tutti.client.Measure.memory("), context, MemitMagic::tell);
    }

    private static void tell(SortedMap<EngineId, Figures> figures, MagicContext context) {
        if (figures.size() == 1) {
            context.print(MemoryUse.of(figures.values().iterator().next()).toString());
            return;
        }
        EngineTable table =
                new EngineTable("allocated", Units::size, "allocated", "heap grew by", "kept", "collections");
        figures.forEach((engine, told) -> {
            MemoryUse use = MemoryUse.of(told);
            table.add(
                    engine,
                    use.allocatedBytes(),
                    Units.size(use.peakBytes()),
                    Units.size(use.keptBytes()),
                    Long.toString(use.collections()));
        });
        context.print(table.text(context.width()));
    }
}
