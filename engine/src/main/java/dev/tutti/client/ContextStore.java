package dev.tutti.client;

import dev.tutti.engine.wire.ContextId;
import dev.tutti.engine.wire.TaskMessage;
import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * The contexts that engines may ask for. One lives as long as its id object is reachable: from a function that was made
 * with it, from a pending task, or because it is one of the last that were used. Any thread.
 */
final class ContextStore {

    private static final int RECENT = 32;

    private final WeakHashMap<ContextId, Entry> byId = new WeakHashMap<>();
    private final Map<ContextId, Boolean> recent = new LinkedHashMap<>(RECENT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ContextId, Boolean> eldest) {
            return size() > RECENT;
        }
    };

    private record Entry(WeakReference<ContextId> id, TaskMessage.Context context) {}

    /** The id to use for an equal context, if there is one. */
    synchronized Optional<ContextId> known(ContextId equal) {
        Entry entry = byId.get(equal);
        ContextId id = entry == null ? null : entry.id().get();
        if (id != null) {
            recent.put(id, true);
        }
        return Optional.ofNullable(id);
    }

    synchronized void put(ContextId id, TaskMessage.Context context) {
        byId.put(id, new Entry(new WeakReference<>(id), context));
        recent.put(id, true);
    }

    synchronized Optional<TaskMessage.Context> find(ContextId id) {
        return Optional.ofNullable(byId.get(id)).map(Entry::context);
    }
}
