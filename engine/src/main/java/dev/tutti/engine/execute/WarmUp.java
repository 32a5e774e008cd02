package dev.tutti.engine.execute;

import dev.tutti.engine.render.Renderer;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.MessageCodec;
import dev.tutti.engine.wire.Outcome;
import dev.tutti.engine.wire.RenderLimits;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.VariableRef;
import java.util.List;

/**
 * Goes once through what the first cell needs, on an engine that has nothing to do. The method handles behind stop checks
 * and variables are generated in each JVM; that is most of what the first cell would wait for.
 */
final class WarmUp {

    private WarmUp() {}

    static void run() throws ClassNotFoundException {
        Session session = Session.none();
        Class.forName("dev.tutti.woven.StopCheck", true, session.loader);
        VariableRef variable = new VariableRef("W", "w");
        session.read(variable.className(), variable.field());
        session.write(variable.className(), variable.field());
        session.variables.define(List.of(variable));
        Outcome value = new Outcome.Value(Renderer.render(List.of(1, "a"), RenderLimits.DEFAULT));
        MessageCodec.encode(RequestId.NONE, new Message.Done(value, 1, List.of(variable), List.of(), 0, 0));
    }
}
