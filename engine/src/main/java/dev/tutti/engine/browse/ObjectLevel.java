package dev.tutti.engine.browse;

import dev.tutti.engine.execute.Place;
import dev.tutti.engine.measure.Figures;
import dev.tutti.engine.measure.TreeQuestion;
import java.util.ArrayList;
import java.util.List;

/** Answers for one level of the object graph below a cell's result. Any thread; beside the code that runs. */
public final class ObjectLevel {

    private ObjectLevel() {}

    /** The object and some of its parts; or that it is not there, and why. */
    public static Figures answer(TreeQuestion question) {
        if (Place.session().value() != question.session()) {
            return absent("Code of another session has run there since.");
        }
        Object object;
        try {
            object = Place.out(question.cell());
        } catch (IllegalArgumentException e) {
            return absent("There is no value of cell " + question.cell()
                    + " to open: its code gives none, or %reset out has dropped it.");
        }
        List<Object> above = new ArrayList<>();
        for (int place : question.path()) {
            above.add(object);
            List<Part> found = Parts.of(object).some(place, 1);
            if (found.isEmpty()) {
                return absent(
                        "The object has changed and has this part no more. Close what it is in, and open it again.");
            }
            object = found.getFirst().value();
        }
        return told(object, above, question);
    }

    private static Figures absent(String why) {
        return new Figures.Builder().row(TreeQuestion.ABSENT, why).build();
    }

    private static Figures told(Object object, List<Object> above, TreeQuestion question) {
        Figures.Builder told = new Figures.Builder();
        told.row(TreeQuestion.OBJECT, BriefText.of(object), Parts.of(object).count());
        above.add(object);
        for (Part part : Parts.of(object).some(question.first(), question.most())) {
            int levels = levelsUp(part.value(), above);
            String again =
                    levels == 0 ? "" : levels == 1 ? " (what it is in)" : " (what is " + levels + " levels above)";
            told.row(
                    TreeQuestion.PART,
                    part.label(),
                    BriefText.of(part.value()) + again,
                    levels == 0 ? Parts.of(part.value()).count() : 0,
                    part.access(),
                    part.on());
        }
        return told.build();
    }

    /** How far above itself an object is found; 0 if it is not. Constants and small numbers are the same everywhere. */
    private static int levelsUp(Object object, List<Object> above) {
        for (int i = above.size() - 1; i >= 0; i--) {
            if (above.get(i) == object && Parts.of(object).count() > 0) {
                return above.size() - i;
            }
        }
        return 0;
    }
}
