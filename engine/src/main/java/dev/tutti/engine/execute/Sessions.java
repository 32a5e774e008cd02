package dev.tutti.engine.execute;

import dev.tutti.engine.load.ClassSource;
import dev.tutti.engine.transport.Requests;
import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.SessionId;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The sessions that this engine has to do with. Main thread. */
final class Sessions {

    private final Requests requests;
    private final Map<Long, Session> byId = new HashMap<>();

    Sessions(Requests requests) {
        this.requests = requests;
    }

    /** The session, begun if it is new. */
    Session of(SessionId id) {
        Session session = byId.get(id.value());
        if (session == null) {
            session = new Session(id, classSource(id));
            byId.put(id.value(), session);
        }
        return session;
    }

    /** Lets go all that a session has here. */
    void close(SessionId id) {
        Session session = byId.remove(id.value());
        if (session != null) {
            Place.closed(session);
        }
    }

    /** Waits whatever comes: an interrupted fetch would leave a class that can never be resolved again. */
    private ClassSource classSource(SessionId session) {
        return name -> {
            Message reply =
                    requests.ask(new Message.ClassRequest(session, name)).awaitUninterruptibly();
            if (reply instanceof Message.ClassReply found) {
                return found.classFile().map(ClassFile::bytes);
            }
            throw new IOException("The controller answered " + reply);
        };
    }
}
