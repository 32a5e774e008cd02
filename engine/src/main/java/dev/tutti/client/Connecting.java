package dev.tutti.client;

import dev.tutti.engine.codec.ValueCodec;
import dev.tutti.engine.execute.CarriedVariables;
import dev.tutti.engine.execute.Place;
import dev.tutti.engine.link.ClientConnection;
import dev.tutti.engine.link.ConnectionFile;
import dev.tutti.engine.link.ControllerAddress;
import dev.tutti.engine.link.LinkException;
import dev.tutti.engine.wire.SessionId;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** How a program comes to its connection: as an engine, by a connection file, by the environment. Any thread. */
final class Connecting {

    private static final String CONNECTION = "TUTTI_CONNECTION";
    private static final SessionId OWN = new SessionId(0);

    /** One connection for each session whose code runs in this engine. */
    private static final Map<SessionId, LinkDispatcher> OF_SESSIONS = new HashMap<>();

    private Connecting() {}

    /** Where this program belongs. @throws ClusterException if that cannot be told or reached */
    static ClusterLink.Opened here() {
        Optional<ControllerAddress> ofThisEngine = ControllerAddress.ofThisEngine();
        if (ofThisEngine.isPresent()) {
            LinkDispatcher shared = ofSession(ofThisEngine.get(), Place.session());
            return new ClusterLink.Opened(shared, true, () -> {});
        }
        String file = System.getenv(CONNECTION);
        if (file == null || file.isBlank()) {
            throw new ClusterException(
                    "This program does not know of any cluster. Set the environment variable " + CONNECTION
                            + " to a connection file, name one with Cluster.connect(path), or start a cluster with"
                            + " Cluster.launch(4).",
                    null);
        }
        return byFile(Path.of(file));
    }

    /** A program of its own, whose classes are those of its class path. */
    static ClusterLink.Opened byFile(Path file) {
        try {
            LinkDispatcher own = open(ConnectionFile.read(file).address(), OWN);
            return new ClusterLink.Opened(own, false, own.link()::close);
        } catch (LinkException e) {
            throw new ClusterException(e.getMessage(), e.getCause());
        }
    }

    private static LinkDispatcher ofSession(ControllerAddress address, SessionId session) {
        synchronized (OF_SESSIONS) {
            LinkDispatcher present = OF_SESSIONS.get(session);
            if (present != null && present.roster().news().lost().isEmpty()) {
                return present;
            }
        }
        try {
            LinkDispatcher made = open(address, session);
            return shared(session, made);
        } catch (LinkException e) {
            throw new ClusterException(e.getMessage(), e.getCause());
        }
    }

    /** Another thread may have been faster. */
    private static LinkDispatcher shared(SessionId session, LinkDispatcher made) {
        LinkDispatcher first;
        synchronized (OF_SESSIONS) {
            LinkDispatcher present = OF_SESSIONS.get(session);
            boolean alive = present != null && present.roster().news().lost().isEmpty();
            first = alive ? present : made;
            OF_SESSIONS.put(session, first);
        }
        if (first != made) {
            made.link().close();
        }
        return first;
    }

    private static LinkDispatcher open(ControllerAddress address, SessionId session) throws LinkException {
        ClientConnection connection = await(ClientConnection.open(address, session));
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? ClassLoader.getSystemClassLoader() : context;
        ClassLoader own = CarriedVariables.sessionLoader(loader).orElse(loader);
        boolean serves = session.equals(OWN);
        ClientReferences references = new ClientReferences();
        LinkDispatcher dispatcher = new LinkDispatcher(
                connection,
                ValueCodec.of(own, connection.spool(), references),
                references,
                serves ? Optional.of(new OwnClasses(own)) : Optional.empty());
        connection.start(dispatcher);
        awaitFirstNews(dispatcher);
        return dispatcher;
    }

    private static ClientConnection await(CompletableFuture<ClientConnection> opened) throws LinkException {
        try {
            Waiting.await(opened, Long.MAX_VALUE, () -> {});
            return opened.get();
        } catch (InterruptedException _) {
            opened.thenAccept(ClientConnection::close);
            Thread.currentThread().interrupt();
            throw new LinkException("The thread was interrupted while it connected to the controller.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LinkException failure) {
                throw failure;
            }
            throw new LinkException("The controller could not be reached: " + e.getCause(), e.getCause());
        }
    }

    /** The controller tells all engines after its welcome: only then can one say which there are. */
    private static void awaitFirstNews(LinkDispatcher dispatcher) throws LinkException {
        try {
            EngineRoster.News news = dispatcher.roster().news();
            while (!news.told() && news.lost().isEmpty()) {
                Waiting.await(news.next(), Long.MAX_VALUE, () -> {});
                news = dispatcher.roster().news();
            }
            if (!news.lost().isEmpty()) {
                throw new LinkException(news.lost());
            }
        } catch (InterruptedException _) {
            dispatcher.link().close();
            Thread.currentThread().interrupt();
            throw new LinkException("The thread was interrupted while it connected to the controller.");
        }
    }
}
