package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.CellSyntaxException;
import dev.tutti.kernel.decompile.Decompiler;
import dev.tutti.kernel.decompile.DecompilerException;
import dev.tutti.kernel.deps.Coordinates;
import dev.tutti.kernel.deps.DependencyException;
import java.nio.file.Path;
import java.util.List;
import javax.lang.model.SourceVersion;
import picocli.CommandLine.Command;

/** {@code %desugar}: what the compiler made of a declaration, or makes of code, as Java. */
@Command(
        name = "desugar",
        customSynopsis = {"%%desugar NAME|CODE", "%%%%desugar", "      CODE LINES"},
        description = {
            "Shows the simpler Java that the compiler makes of a declaration or of code:",
            "what becomes of lambdas, switches, loops, records, try with resources.",
            "Nothing of it runs. The decompiler (CFR) is fetched as libraries of %%deps are,",
            "at the first use on this machine; %%bytecode does without."
        })
final class DesugarMagic implements Magic.Code {

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        if (code.isEmpty()) {
            throw new MagicException(
                    "%desugar needs a name or code: %desugar half, or %desugar List.of(1).stream().map(n -> n + 1)");
        }
        String name = code.text().strip();
        if (SourceVersion.isIdentifier(name)) {
            return List.of(new PlannedStep.Act(shown -> show(shown, declared(shown, name)), false));
        }
        List<PlannedStep> steps = code.steps();
        return List.of(
                new PlannedStep.Act(shown -> show(shown, shown.desugaring().classFiles(steps)), false));
    }

    private static List<byte[]> declared(MagicContext context, String name) throws MagicException {
        List<byte[]> classes = context.classFiles(name);
        if (classes.isEmpty()) {
            throw new MagicException(name + " is not declared in this session. %who lists what is.");
        }
        return classes;
    }

    private static void show(MagicContext context, List<byte[]> classes) throws MagicException {
        if (classes.isEmpty()) {
            return; // why it does not compile has been told
        }
        try {
            Decompiler decompiler = new Decompiler(jars(context));
            context.print(decompiler
                    .simplified(classes, context.libraries().classPath())
                    .stripTrailing());
        } catch (DecompilerException e) {
            throw new MagicException(e.getMessage() + " %bytecode shows what the compiler made without it.");
        }
    }

    private static List<Path> jars(MagicContext context) throws MagicException {
        try {
            return context.libraries().program(Coordinates.parse(Decompiler.COORDINATES));
        } catch (DependencyException | MagicException e) {
            throw new MagicException("%desugar needs the decompiler " + Decompiler.COORDINATES
                    + ", which is not there. " + e.getMessage() + " %bytecode works without it.");
        }
    }
}
