package dev.tutti.kernel;

import dev.tutti.kernel.magic.PxSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a session keeps for {@code %px} and its relatives. Used on the thread that runs cells. */
final class PxState {

    /** So many ended steps are kept for %pxresult; those that run are kept in any case. */
    private static final int KEPT = 16;

    private final Map<String, PxSettings> families = new LinkedHashMap<>();
    private final List<BackgroundStep> steps = new ArrayList<>();
    private String plainFamily = "";

    PxState() {
        families.put("", PxSettings.NONE);
    }

    Map<String, PxSettings> families() {
        return families;
    }

    String plainFamily() {
        return plainFamily;
    }

    void plainFamily(String family) {
        plainFamily = family;
    }

    /** The steps behind the prompt, oldest first. */
    List<BackgroundStep> steps() {
        return List.copyOf(steps);
    }

    void add(BackgroundStep step) {
        steps.add(step);
        long ended = steps.stream().filter(BackgroundStep::hasEnded).count();
        for (int i = 0; i < steps.size() && ended > KEPT; ) {
            if (steps.get(i).hasEnded()) {
                steps.remove(i);
                ended--;
            } else {
                i++;
            }
        }
    }
}
