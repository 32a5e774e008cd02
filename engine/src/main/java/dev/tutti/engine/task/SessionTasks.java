package dev.tutti.engine.task;

import dev.tutti.engine.execute.Session;
import dev.tutti.engine.transport.Requests;
import dev.tutti.engine.wire.EngineId;

/** What the tasks of one session have at this engine. Main thread. */
final class SessionTasks {

    final Session session;
    final ReferenceTable references;
    final NamedValues names;
    final ContextCache contexts;

    /** Code that carries no session variables. */
    final CodeScope plain;

    SessionTasks(EngineId engine, Session session, Requests requests, Codecs codecs) {
        this.session = session;
        this.references = new ReferenceTable(engine);
        this.names = new NamedValues(session);
        this.contexts = new ContextCache(session, requests, codecs, references);
        this.plain = new CodeScope(session.loader(), codecs.of(session.loader(), references));
    }
}
