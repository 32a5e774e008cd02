package dev.tutti.engine;

import dev.tutti.engine.browse.ObjectLevel;
import dev.tutti.engine.execute.LiveKeys;
import dev.tutti.engine.measure.Figures;
import dev.tutti.engine.measure.HeapUse;
import dev.tutti.engine.measure.KeyQuestion;
import dev.tutti.engine.measure.Spent;
import dev.tutti.engine.measure.ThreadDump;
import dev.tutti.engine.measure.TreeQuestion;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import java.util.Optional;

/** What this JVM is asked about itself. Any thread. */
final class Inspection {

    private Inspection() {}

    static Message.Reply answer(EngineId engine, Message.Inspect inspect) {
        try {
            return new Message.Inspected(figures(inspect.subject()).text());
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            return new Message.Failure("Engine " + engine + " cannot tell of its " + inspect.subject() + ": " + e);
        }
    }

    private static Figures figures(String subject) {
        Optional<KeyQuestion> keys = KeyQuestion.parse(subject);
        if (keys.isPresent()) {
            return LiveKeys.answer(keys.get());
        }
        Optional<TreeQuestion> level = TreeQuestion.parse(subject);
        if (level.isPresent()) {
            return ObjectLevel.answer(level.get());
        }
        return switch (subject) {
            case HeapUse.SUBJECT -> HeapUse.now().figures();
            case Spent.SUBJECT -> Spent.start().spent().figures();
            case ThreadDump.SUBJECT -> ThreadDump.now().figures();
            default -> throw new IllegalArgumentException("nothing is known of this");
        };
    }
}
