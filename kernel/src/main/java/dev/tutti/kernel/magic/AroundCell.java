package dev.tutti.kernel.magic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts what {@code %on} has set around the steps of a cell. */
public final class AroundCell {

    private AroundCell() {}

    /** The steps with what runs before and after them; a cell without Java stays as it is. @param cell its text */
    public static List<PlannedStep> of(List<PlannedStep> steps, String cell, MagicContext context) {
        UserMagics events = context.userMagics();
        boolean any = Arrays.stream(UserMagics.When.values())
                .anyMatch(when -> events.around(when).isPresent());
        if (!any || steps.stream().noneMatch(PlannedStep.Java.class::isInstance)) {
            return steps;
        }
        CodeArgument whole = new CodeArgument("", 0, 0, new CodeArgument.Call(0, cell.length()), (_, _) -> List.of());
        List<PlannedStep> around = new ArrayList<>(steps);
        events.around(UserMagics.When.BEFORE)
                .ifPresent(java -> around.addFirst(OnMagic.step(UserMagics.When.BEFORE, java, whole, context)));
        events.around(UserMagics.When.AFTER)
                .ifPresent(java -> around.addLast(OnMagic.step(UserMagics.When.AFTER, java, whole, context)));
        return around;
    }
}
