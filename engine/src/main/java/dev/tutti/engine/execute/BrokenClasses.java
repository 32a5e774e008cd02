package dev.tutti.engine.execute;

import dev.tutti.engine.render.PromptNames;
import dev.tutti.engine.transport.Outbox;
import dev.tutti.engine.wire.Frame;
import dev.tutti.engine.wire.StreamKind;
import java.nio.charset.StandardCharsets;

/** The JVM never tries a class initialiser again: a class whose initialiser was stopped is of no use any more. */
final class BrokenClasses {

    private BrokenClasses() {}

    /** Says which classes a stop has cost. Main thread, after the execution's end. */
    static void tell(Execution execution, Outbox outbox) {
        for (Frame frame : execution.where()) {
            if (frame.method().equals("<clinit>") && isBroken(execution, frame.className())) {
                String note = "The stop came while " + PromptNames.strip(frame.className()) + " was being initialised;"
                        + " it cannot be used here any more. Declare it anew, with another body, or restart this"
                        + " engine.\n";
                byte[] bytes = note.getBytes(StandardCharsets.UTF_8);
                outbox.append(StreamKind.STDERR, bytes, 0, bytes.length);
            }
        }
    }

    private static boolean isBroken(Execution execution, String className) {
        try {
            Class.forName(className, true, execution.session().loader);
            return false;
        } catch (ClassNotFoundException | LinkageError _) {
            return true;
        }
    }
}
