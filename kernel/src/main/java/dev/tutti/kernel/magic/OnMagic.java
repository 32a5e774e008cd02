package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.CellSyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code %on}: code around each cell. */
@Command(
        name = "on",
        customSynopsis = {"%%on before CODE", "%%on after CODE", "%%on before|after --off", "%%on"},
        description = {
            "Runs Java at local before or after each cell that contains Java. After a cell that failed it is not run.",
            "What goes wrong in it is told and does not concern the cell; what does not compile is refused."
                    + " Without arguments, shows what is set."
        })
final class OnMagic implements Magic.Code {

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        String[] words = code.text().strip().split("\\s+", 2);
        if (words[0].isEmpty()) {
            return List.of(new PlannedStep.Act(OnMagic::show, false));
        }
        if (!UserMagics.When.words().contains(words[0]) || words.length < 2) {
            throw new MagicException("%on takes before or after, then code: %on after System.out.println(\"done\")");
        }
        UserMagics.When when = UserMagics.When.valueOf(words[0].toUpperCase(Locale.ROOT));
        Optional<String> java = words[1].equals("--off") ? Optional.empty() : Optional.of(words[1]);
        if (java.isEmpty()) {
            return List.of(new PlannedStep.Act(run -> run.userMagics().around(when, java), false));
        }
        PlannedStep.Java trial = step(when, java.get(), code, context);
        return List.of(new PlannedStep.Act(run -> set(when, java.get(), trial, run), false));
    }

    /** What does not compile would be told with every cell to come: it is told now, and what was set before stays. */
    private static void set(UserMagics.When when, String java, PlannedStep.Java trial, MagicContext context)
            throws MagicException {
        if (!context.desugaring().classFiles(List.of(trial)).isEmpty()) {
            context.userMagics().around(when, Optional.of(java));
        }
    }

    private static void show(MagicContext context) {
        for (UserMagics.When when : UserMagics.When.values()) {
            context.print(when.word() + ": " + context.userMagics().around(when).orElse("nothing"));
        }
    }

    /** The step that runs what is set. @param code stands for the cell */
    static PlannedStep.Java step(UserMagics.When when, String java, CodeArgument code, MagicContext context) {
        String call =
                "dev.tutti.client.CellEvents.run(" + GeneratedJava.literal(when.word()) + ", () -> { " + java + "; })";
        return GeneratedJava.instead(code, call, context).at(() -> Placement.LOCAL);
    }
}
