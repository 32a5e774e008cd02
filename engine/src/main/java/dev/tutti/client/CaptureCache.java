package dev.tutti.client;

import dev.tutti.engine.codec.CodeSite;
import dev.tutti.engine.execute.Place;
import dev.tutti.engine.link.Link;
import dev.tutti.engine.link.LinkException;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.TaskMessage;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What code reaches, as the kernel told: asked once for each site until the next cell or task begins, because declarations
 * may change then. Any thread.
 */
final class CaptureCache {

    private final Link link;
    private volatile Known known = new Known(new Object(), Map.of());

    private record Known(Object moment, Map<CodeSite, TaskMessage.Captures> bySite) {}

    CaptureCache(Link link) {
        this.link = link;
    }

    /** @throws LinkException if the kernel cannot be asked */
    TaskMessage.Captures of(CodeSite site) throws LinkException {
        Map<CodeSite, TaskMessage.Captures> bySite = now();
        TaskMessage.Captures captures = bySite.get(site);
        if (captures == null) {
            captures = ask(site);
            bySite.put(site, captures);
        }
        return captures;
    }

    private Map<CodeSite, TaskMessage.Captures> now() {
        Object moment = Place.moment();
        Known latest = known;
        if (latest.moment() != moment) {
            latest = new Known(moment, new ConcurrentHashMap<>());
            known = latest;
        }
        return latest.bySite();
    }

    private TaskMessage.Captures ask(CodeSite site) throws LinkException {
        CompletableFuture<Message> answer =
                link.ask(new TaskMessage.AskCaptures(site.className(), site.method(), site.descriptor()));
        return Answers.await(answer, TaskMessage.Captures.class);
    }
}
