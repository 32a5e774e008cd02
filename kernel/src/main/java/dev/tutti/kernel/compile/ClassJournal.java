package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.VariableRef;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Every class of the session, twice: as JShell last made it, and as it was last given to engines.
 *
 * <p>JShell sends a class once and counts it as loaded for ever, also when its cell was rolled back; so what it made is
 * never forgotten, and what engines need is the difference between the two. All methods belong to the compiling thread
 * but {@link #woven} and {@link #version}, which any may call.
 */
final class ClassJournal {

    private final Map<String, RecordedClass> made = new HashMap<>();
    private final Map<String, RecordedClass> shipped = new HashMap<>();
    private final Map<String, ClassFile> woven = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();
    private final Set<VariableRef> laterWrites = new LinkedHashSet<>();

    /** Notes what JShell made; answers what it had made before under this name. */
    Optional<RecordedClass> made(RecordedClass recorded) {
        laterWrites.addAll(recorded.laterWrites());
        return Optional.ofNullable(made.put(recorded.name(), recorded));
    }

    Optional<RecordedClass> newest(String name) {
        return Optional.ofNullable(made.get(name));
    }

    /** What was declared under a name in a wrapper: the type and its nested ones, else all of the wrapper. */
    List<byte[]> declared(String wrapper, String name) {
        String type = wrapper + "$" + name;
        List<RecordedClass> types = made.values().stream()
                .filter(made -> made.name().equals(type) || made.name().startsWith(type + "$"))
                .sorted(Comparator.comparing(RecordedClass::name))
                .toList();
        return (types.isEmpty() ? newest(wrapper).stream().toList() : types)
                .stream().map(RecordedClass::bytes).toList();
    }

    /** As engines know it, before weaving; empty for a class that none has seen. */
    Optional<RecordedClass> shipped(String name) {
        return Optional.ofNullable(shipped.get(name));
    }

    void ship(RecordedClass original, ClassFile wovenFile) {
        shipped.put(original.name(), original);
        shipGenerated(wovenFile);
    }

    /** Ships a class that JShell does not know: a holder, a moved initialiser. */
    void shipGenerated(ClassFile file) {
        if (woven.put(file.name(), file) != null) {
            version.incrementAndGet();
        }
    }

    /** Another whenever a class has got new code: what is known of classes holds until then, since new ones change no old ones. */
    long version() {
        return version.get();
    }

    Optional<ClassFile> woven(String name) {
        return Optional.ofNullable(woven.get(name));
    }

    /** All that engines know. Any thread. */
    List<ClassFile> allWoven() {
        return List.copyOf(woven.values());
    }

    /** Variables that some method or lambda of the session assigns. */
    Set<VariableRef> laterWrites() {
        return laterWrites;
    }

    /** The classes of the session that these reach, themselves included. */
    Set<String> reachable(Collection<String> roots) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            String name = open.poll();
            RecordedClass recorded = made.get(name);
            if (recorded != null && seen.add(name)) {
                open.addAll(recorded.references());
            }
        }
        return seen;
    }

    /** The wrappers that these name, they and what is declared in them, and those name, and so on; themselves included. */
    Set<String> wrappersNamedBy(Collection<String> roots) {
        Map<String, List<RecordedClass>> byWrapper =
                made.values().stream().collect(Collectors.groupingBy(recorded -> WrapperName.of(recorded.name())));
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            String wrapper = open.poll();
            if (seen.add(wrapper)) {
                byWrapper.getOrDefault(wrapper, List.of()).forEach(recorded -> open.addAll(recorded.wrappers()));
            }
        }
        return seen;
    }
}
