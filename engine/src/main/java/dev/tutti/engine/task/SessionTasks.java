package dev.tutti.engine.task;

import dev.tutti.engine.codec.ValueCodec;
import dev.tutti.engine.execute.Session;
import dev.tutti.engine.transport.Requests;
import dev.tutti.engine.wire.EngineId;
import java.nio.file.Path;

/** What the tasks of one session have at this engine. Main thread. */
final class SessionTasks {

    private final Path spool;
    final Session session;
    final ReferenceTable references;
    final NamedValues names;
    final ContextCache contexts;

    /** Code that carries no session variables. */
    final CodeScope plain;

    SessionTasks(EngineId engine, Session session, Requests requests, Path spool) {
        this.session = session;
        this.spool = spool;
        this.names = new NamedValues(session);
        this.references = new ReferenceTable(engine, names);
        this.contexts = new ContextCache(session, requests, this::scope);
        this.plain = scope(session.loader());
    }

    /** The code that a loader finds. */
    private CodeScope scope(ClassLoader loader) {
        return new CodeScope(loader, ValueCodec.of(loader, spool, references));
    }
}
