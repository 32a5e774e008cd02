package dev.tutti.kernel.view;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.kernel.fold.Folded;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Output kept until a step ends. Bounded: what is more is counted, and the cut is said with both sizes. */
final class CollectedOutput {

    /** Characters kept of one engine's stream. */
    private static final int LIMIT = 32 << 20;

    private static final class Stream {
        final StringBuilder text = new StringBuilder();
        long dropped;
    }

    private final Map<StreamKind, SortedMap<EngineId, Stream>> streams = new EnumMap<>(StreamKind.class);

    private final int limit;

    CollectedOutput() {
        this(LIMIT);
    }

    /** @param limit characters kept of one engine's stream */
    CollectedOutput(int limit) {
        this.limit = limit;
    }

    void add(EngineId engine, StreamKind kind, String text) {
        Stream stream = streams.computeIfAbsent(kind, _ -> new TreeMap<>()).computeIfAbsent(engine, _ -> new Stream());
        int room = Math.min(text.length(), limit - stream.text.length());
        stream.text.append(text, 0, room);
        stream.dropped += text.length() - room;
    }

    List<Folded<String>> folded(StreamKind kind) {
        SortedMap<EngineId, String> texts = new TreeMap<>();
        streams.getOrDefault(kind, new TreeMap<>()).forEach((engine, stream) -> texts.put(engine, text(stream)));
        return Folded.fold(texts, text -> text);
    }

    String text(EngineId engine, StreamKind kind) {
        Stream stream = streams.getOrDefault(kind, new TreeMap<>()).get(engine);
        return stream == null ? "" : text(stream);
    }

    private String text(Stream stream) {
        if (stream.dropped == 0) {
            return stream.text.toString();
        }
        return stream.text + "\n... " + stream.dropped + " of " + (stream.dropped + stream.text.length())
                + " characters are not shown: output is kept up to " + limit + " characters until the cell ends\n";
    }
}
