package dev.tutti.kernel;

import dev.tutti.kernel.compile.JavaStep;
import dev.tutti.kernel.compile.SnippetPlace;
import dev.tutti.kernel.magic.PlannedStep;
import dev.tutti.kernel.magic.StepOptions;
import dev.tutti.kernel.settings.KnownSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which values of a cell are shown: a step shows that of its last expression, so a step of which more is to be shown becomes
 * several. What they declare is compiled together all the same.
 */
final class ShownValues {

    private final Kernel.Parts parts;
    private final String cell;

    ShownValues(Kernel.Parts parts, String cell) {
        this.parts = parts;
        this.cell = cell;
    }

    /** The steps as the setting {@code output.show} wants them. */
    List<PlannedStep> of(List<PlannedStep> steps) {
        String show = parts.config().profile().settings().get(KnownSettings.OUTPUT_SHOW);
        if (show.equals(KnownSettings.OUTPUT_SHOW.initial())) {
            return steps;
        }
        List<PlannedStep> shown = new ArrayList<>();
        for (PlannedStep step : steps) {
            if (step instanceof PlannedStep.Java java && isForItsValue(java)) {
                List<SnippetPlace> snippets = snippets(java);
                shown.addAll(show.equals("all") ? all(java, snippets) : assignment(java, snippets));
            } else {
                shown.add(step);
            }
        }
        return shown;
    }

    /** Nobody else takes its value, and it does not run behind the prompt. */
    private static boolean isForItsValue(PlannedStep.Java java) {
        if (!java.around().isNone() || java.account() != PlannedStep.Account.NONE) {
            return false;
        }
        StepOptions options = java.placement().get().options();
        return options.block() && options.name().isEmpty() && options.outputs().isEmpty();
    }

    private List<SnippetPlace> snippets(PlannedStep.Java java) {
        return parts.session()
                .compiler()
                .await()
                .snippets(new JavaStep(cell, java.start(), java.end(), OptionalInt.empty()));
    }

    /** A step ends behind each expression; that of the last one is the user's, with its semicolon. */
    private static List<PlannedStep> all(PlannedStep.Java java, List<SnippetPlace> snippets) {
        List<PlannedStep> steps = new ArrayList<>();
        int start = java.start();
        for (SnippetPlace snippet : snippets.subList(0, Math.max(0, snippets.size() - 1))) {
            if (snippet.kind() == SnippetPlace.Kind.EXPRESSION) {
                steps.add(java.part(start, snippet.end()));
                start = snippet.end();
            }
        }
        steps.add(java.part(start, java.end()));
        return steps;
    }

    /** The variable that gets a value last is shown, semicolon or not. */
    private static List<PlannedStep> assignment(PlannedStep.Java java, List<SnippetPlace> snippets) {
        boolean assigns = !snippets.isEmpty() && snippets.getLast().kind() == SnippetPlace.Kind.VARIABLE;
        return assigns
                ? List.of(
                        java,
                        java.part(snippets.getLast().start(), snippets.getLast().end()))
                : List.of(java);
    }
}
