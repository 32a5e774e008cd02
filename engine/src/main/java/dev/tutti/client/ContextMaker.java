package dev.tutti.client;

import dev.tutti.engine.codec.CodeSite;
import dev.tutti.engine.codec.Encoded;
import dev.tutti.engine.codec.UnsendableException;
import dev.tutti.engine.codec.ValueCodec;
import dev.tutti.engine.execute.CarriedVariables;
import dev.tutti.engine.link.LinkException;
import dev.tutti.engine.wire.ContextId;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.VariableRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Collects the session variables that code reads, with their values here and now. A value may itself bring code along,
 * which may read more. Any thread.
 *
 * <p>Encoding is spared where all values are the same immutable ones as last time: a loop that submits a lambda which
 * reads an {@code int} costs a comparison.
 */
final class ContextMaker {

    private static final Comparator<VariableRef> BY_NAME =
            Comparator.comparing(VariableRef::className).thenComparing(VariableRef::field);

    private final ValueCodec codec;
    private final CaptureCache captures;
    private final ContextDigest digest;
    private final ContextStore store;
    private final SpoolFiles files;
    private volatile Memo memo = new Memo(Set.of(), List.of(), null);

    /** What was carried last. */
    private record Memo(Set<CodeSite> code, List<Object> values, ContextId id) {}

    ContextMaker(ValueCodec codec, CaptureCache captures, ContextDigest digest, ContextStore store, SpoolFiles files) {
        this.codec = codec;
        this.captures = captures;
        this.digest = digest;
        this.store = store;
        this.files = files;
    }

    /** What is carried, not yet encoded as one. */
    record Carried(Map<VariableRef, Parcel> values, Map<VariableRef, String> types, Set<String> classes) {
        static final Carried NOTHING = new Carried(Map.of(), Map.of(), Set.of());
    }

    /** The context of code; none if it reads no session variable. */
    Optional<ContextId> context(Set<CodeSite> code, ClassLoader loader) throws UnsendableException, LinkException {
        if (code.isEmpty()) {
            return Optional.empty();
        }
        Reads reads = reads(code);
        if (reads.variables().isEmpty()) {
            return Optional.empty();
        }
        Map<VariableRef, Object> values = values(reads.variables(), loader);
        Memo last = memo;
        if (last.id() != null && last.code().equals(code) && sameImmutables(last.values(), values.values())) {
            return Optional.of(last.id());
        }
        ContextId id = store(carried(reads, values, loader));
        memo = new Memo(code, immutables(values.values()), id);
        return Optional.of(id);
    }

    /** As {@link #context}, but nothing is kept: to be shown. */
    Carried carried(Set<CodeSite> code, ClassLoader loader) throws UnsendableException, LinkException {
        Reads reads = reads(code);
        return carried(reads, values(reads.variables(), loader), loader);
    }

    private record Reads(Set<VariableRef> variables, Set<String> classes) {}

    private Reads reads(Collection<CodeSite> code) throws LinkException, UnsendableException {
        Set<VariableRef> variables = new TreeSet<>(BY_NAME);
        Set<String> classes = new TreeSet<>();
        for (CodeSite site : code) {
            TaskMessage.Captures found = captures.of(site);
            if (found.refusal().isPresent()) {
                throw new UnsendableException(found.refusal().get());
            }
            variables.addAll(found.reads());
            classes.addAll(found.classes());
        }
        return new Reads(variables, classes);
    }

    private static Map<VariableRef, Object> values(Collection<VariableRef> variables, ClassLoader loader)
            throws UnsendableException {
        Map<VariableRef, Object> values = new LinkedHashMap<>();
        for (VariableRef variable : variables) {
            try {
                values.put(variable, CarriedVariables.read(loader, variable));
            } catch (ReflectiveOperationException | LinkageError e) {
                throw new UnsendableException(
                        "the session variable " + variable.field() + " cannot be read here: " + e, e);
            } catch (RuntimeException e) {
                throw new UnsendableException("it reads " + variable.field() + ", and " + e.getMessage(), e);
            }
        }
        return values;
    }

    private Carried carried(Reads first, Map<VariableRef, Object> known, ClassLoader loader)
            throws UnsendableException, LinkException {
        Map<VariableRef, Parcel> parcels = new LinkedHashMap<>();
        Map<VariableRef, String> types = new LinkedHashMap<>();
        Set<String> classes = new TreeSet<>(first.classes());
        Set<CodeSite> asked = new HashSet<>();
        ArrayDeque<Map.Entry<VariableRef, Object>> open = new ArrayDeque<>(known.entrySet());
        while (!open.isEmpty()) {
            Map.Entry<VariableRef, Object> next = open.remove();
            Encoded encoded = encode(next.getKey(), next.getValue());
            parcels.put(next.getKey(), files.kept(encoded.parcel()));
            types.put(next.getKey(), TypeText.shown(next.getValue()));
            Set<CodeSite> more = new HashSet<>(encoded.code());
            more.removeAll(asked);
            if (more.isEmpty()) {
                continue;
            }
            asked.addAll(more);
            Reads further = reads(more);
            classes.addAll(further.classes());
            further.variables().removeIf(parcels::containsKey);
            further.variables()
                    .removeIf(variable ->
                            open.stream().anyMatch(entry -> entry.getKey().equals(variable)));
            open.addAll(values(further.variables(), loader).entrySet());
        }
        return new Carried(parcels, types, classes);
    }

    private Encoded encode(VariableRef variable, Object value) throws UnsendableException {
        try {
            return codec.encode(value);
        } catch (UnsendableException e) {
            throw new UnsendableException("capture " + variable.field() + " → " + ClosureEncoder.path(e), e);
        }
    }

    private ContextId store(Carried carried) throws UnsendableException {
        List<VariableRef> variables = new ArrayList<>(carried.values().keySet());
        variables.sort(BY_NAME);
        List<Parcel> parcels = variables.stream().map(carried.values()::get).toList();
        List<String> classes = List.copyOf(carried.classes());
        TaskMessage.Context context = new TaskMessage.Context(classes, variables, parcels);
        ContextId fresh = digest.of(context);
        Optional<ContextId> known = store.known(fresh);
        if (known.isPresent()) {
            parcels.forEach(files::release);
            return known.get();
        }
        store.put(fresh, context);
        return fresh;
    }

    private static boolean sameImmutables(List<Object> before, Collection<Object> now) {
        return !before.isEmpty() && before.equals(immutables(now));
    }

    /** Empty if one of them may have changed though it is the same object. */
    private static List<Object> immutables(Collection<Object> values) {
        List<Object> copies = new ArrayList<>(values.size());
        for (Object value : values) {
            if (!(value instanceof Number || value instanceof String || value instanceof Boolean)
                    || !value.getClass().getName().startsWith("java.lang.")) {
                return List.of();
            }
            copies.add(value);
        }
        return copies;
    }
}
