package dev.tutti.engine.codec;

import java.util.AbstractQueue;
import java.util.Comparator;
import java.util.Queue;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.PriorityBlockingQueue;
import org.apache.fory.config.Config;
import org.apache.fory.context.ReadContext;
import org.apache.fory.context.WriteContext;
import org.apache.fory.serializer.Serializer;

/** Queues of the JDK whose locks Fory would send along: their elements, and how they are ordered or bounded. */
final class LockedQueueSerializer extends Serializer<AbstractQueue<Object>> {

    @SuppressWarnings("unchecked")
    LockedQueueSerializer(Config config, Class<?> type) {
        super(config, (Class<AbstractQueue<Object>>) type);
    }

    static boolean isNeeded(Class<?> type) {
        return type == LinkedBlockingDeque.class || type == PriorityBlockingQueue.class;
    }

    @Override
    public void write(WriteContext context, AbstractQueue<Object> queue) {
        Object[] elements = queue.toArray();
        if (queue instanceof BlockingDeque<?> deque) {
            context.writeInt32(Math.max(elements.length, deque.remainingCapacity() + elements.length));
        } else {
            context.writeRef(((PriorityBlockingQueue<?>) (Queue<?>) queue).comparator());
        }
        context.writeRef(elements);
    }

    @Override
    @SuppressWarnings("unchecked")
    public AbstractQueue<Object> read(ReadContext context) {
        AbstractQueue<Object> queue = getType() == (Class<?>) LinkedBlockingDeque.class
                ? new LinkedBlockingDeque<>(Math.max(1, context.readInt32()))
                : new PriorityBlockingQueue<>(11, (Comparator<Object>) context.readRef());
        for (Object element : (Object[]) context.readRef()) {
            queue.add(element);
        }
        return queue;
    }
}
