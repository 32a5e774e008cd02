package dev.tutti.kernel.magic;

import dev.tutti.engine.target.TargetSpec;
import dev.tutti.kernel.cell.CellSyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %debug}, after IPython's: code step by step. */
@Command(
        name = "debug",
        sortOptions = false,
        customSynopsis = {"%%debug [OPTIONS] [CODE]", "%%%%debug [OPTIONS]", "      CODE LINES"},
        description = {
            "Runs code under the debugger: it stops at its first line or at breakpoints, and a prompt takes steps and",
            "shows variables (h lists the words). Without code: the last cell that failed, again, up to where it"
                    + " throws.",
            "The code runs in an engine of its own, on copies of the variables: what it changes there is not changed",
            "here."
        })
final class DebugMagic implements Magic.Code {

    @Option(
            names = {"-b", "--break"},
            paramLabel = "PLACE",
            description = "stop at 3:2 (cell 3, line 2), at a method (fact), at a line of what is declared (fact:2)")
    private List<String> places = new ArrayList<>();

    @Option(
            names = {"-t", "--on-throw"},
            description = "stop wherever something is thrown, even if it is caught")
    private boolean thrown;

    @Option(
            names = {"-e", "--engine"},
            paramLabel = "ENGINE",
            description = "with the variables, rank and size of this engine")
    private TargetSpec engine;

    @Option(
            names = {"-c", "--commands"},
            paramLabel = "WORDS",
            description = "what is typed at the prompt first, between semicolons: -c 'n; n; locals'")
    private String commands = "";

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        List<String> words = commands.isBlank()
                ? List.of()
                : Arrays.stream(commands.split(";")).map(String::strip).toList();
        Debugging.Wish wish = new Debugging.Wish(Optional.ofNullable(engine), places, thrown, words);
        if (code.isEmpty()) {
            return List.of(new PlannedStep.Act(shown -> shown.debugging().runFailed(wish), false));
        }
        List<PlannedStep> steps = code.steps();
        return List.of(new PlannedStep.Act(shown -> shown.debugging().run(steps, wish), false));
    }
}
