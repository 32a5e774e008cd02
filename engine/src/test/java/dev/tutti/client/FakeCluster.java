package dev.tutti.client;

import dev.tutti.engine.link.Link;
import dev.tutti.engine.wire.SessionId;
import java.util.Optional;

/** A cluster over a scripted link, with engines that answer at once. */
final class FakeCluster {

    final TableCodec codec = new TableCodec();
    final ScriptedLink link;
    final FakeEngines engines = new FakeEngines(codec);
    final LinkDispatcher dispatcher;
    final Cluster cluster;

    private FakeCluster(SessionId session) {
        Optional<OwnClasses> ownClasses = session.value() > 0
                ? Optional.empty()
                : Optional.of(new OwnClasses(FakeCluster.class.getClassLoader()));
        link = new ScriptedLink(session);
        dispatcher = new LinkDispatcher(link, codec, codec.references, ownClasses);
        Link.Listener listener = dispatcher;
        link.listener = listener;
        link.reactions = engines::react;
        cluster = new Cluster(new ClusterLink(() -> new ClusterLink.Opened(dispatcher, false, link::close)));
    }

    /** Of a program of its own. */
    static FakeCluster of(int... live) {
        FakeCluster fake = new FakeCluster(new SessionId(-1));
        fake.link.live(live);
        return fake;
    }

    /** In a session of a kernel. */
    static FakeCluster inSession(int... live) {
        FakeCluster fake = new FakeCluster(new SessionId(1));
        fake.link.live(live);
        return fake;
    }
}
