package dev.tutti.client;

import dev.tutti.engine.link.Link;
import java.util.Optional;

/** A cluster over a scripted link, with engines that answer at once. */
final class FakeCluster {

    final TableCodec codec = new TableCodec();
    final ScriptedLink link = new ScriptedLink();
    final FakeEngines engines = new FakeEngines(codec);
    final LinkDispatcher dispatcher;
    final Cluster cluster;

    private FakeCluster(Optional<OwnClasses> ownClasses) {
        dispatcher = new LinkDispatcher(link, codec, ownClasses);
        Link.Listener listener = dispatcher;
        link.listener = listener;
        link.reactions = engines::react;
        cluster = new Cluster(
                new ClusterLink(() -> new ClusterLink.Opened(dispatcher, ownClasses.isEmpty(), link::close)));
    }

    /** Of a program of its own. */
    static FakeCluster of(int... live) {
        FakeCluster fake = new FakeCluster(Optional.of(new OwnClasses(FakeCluster.class.getClassLoader())));
        fake.link.live(live);
        return fake;
    }

    /** In a session of a kernel. */
    static FakeCluster inSession(int... live) {
        FakeCluster fake = new FakeCluster(Optional.empty());
        fake.link.live(live);
        return fake;
    }
}
