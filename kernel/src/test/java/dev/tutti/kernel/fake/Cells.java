package dev.tutti.kernel.fake;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EntryPoint;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RenderLimits;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.kernel.controller.Dispatch;
import dev.tutti.kernel.controller.DispatchEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Cells that a {@link FakeEngine} understands, and what comes back of them. */
public final class Cells {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Cells() {}

    public static Message.Execute cell(String order) {
        return new Message.Execute(
                new SessionId(1),
                new CellNumber(1),
                List.of(),
                List.of(),
                List.of(),
                List.of(new EntryPoint("Cell", order, List.of(), true)),
                true,
                RenderLimits.DEFAULT);
    }

    public static Set<EngineId> engines(int... numbers) {
        Set<EngineId> engines = new TreeSet<>();
        Arrays.stream(numbers).mapToObj(EngineId::new).forEach(engines::add);
        return engines;
    }

    /** All events of a dispatch, to its end. */
    public static List<DispatchEvent> events(Dispatch dispatch) throws InterruptedException {
        List<DispatchEvent> events = new ArrayList<>();
        while (!dispatch.ended()) {
            events.add(dispatch.next(PATIENCE)
                    .orElseThrow(() -> new AssertionError(
                            "no more events after " + events.size() + ", running: " + dispatch.running())));
        }
        return events;
    }
}
