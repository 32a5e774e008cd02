package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.CellSyntaxException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %%capture}, after IPython's. */
@Command(
        name = "capture",
        sortOptions = false,
        description = {
            "Runs the cell below and keeps what it prints and shows in a variable: stdout(), stderr(), results();"
                    + " show() prints it.",
            "Errors are shown all the same; then what was kept so far is printed."
        })
final class CaptureMagic implements Magic.Code {

    /** No name of Java's. */
    private static final String KEPT = "%captured";

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            converter = VariableName.Converter.class,
            description = "the variable; without one, all is thrown away")
    private VariableName variable;

    @Option(names = "--no-stdout", description = "show standard output and values")
    private boolean noOut;

    @Option(names = "--no-stderr", description = "show standard error")
    private boolean noErr;

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        String name = variable == null ? "" : variable.written("%%capture").text();
        List<PlannedStep> steps = new ArrayList<>();
        steps.add(new PlannedStep.Act(shown -> shown.workplace().beginCapture(!noOut, !noErr), false));
        steps.addAll(code.steps());
        steps.add(new PlannedStep.Act(shown -> shown.workplace().endCapture(name.isEmpty() ? "" : KEPT), false));
        if (!name.isEmpty()) {
            String java = "dev.tutti.client.CapturedOutput.of(dev.tutti.client.Here.here(\"" + KEPT + "\"))";
            steps.add(GeneratedJava.instead(code, java, context)
                    .assignedTo("var " + name)
                    .at(() -> Placement.LOCAL));
        }
        return steps;
    }
}
