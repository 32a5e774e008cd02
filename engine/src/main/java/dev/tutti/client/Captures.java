package dev.tutti.client;

import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.VariableRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a function would carry if it were sent: {@code %captures EXPR} shows it. Nothing is sent.
 *
 * @param rows what it carries: session variables, and first the code with what it captured
 * @param refusal why it cannot be sent, with the path to what is in the way; none if it can
 */
public record Captures(List<Row> rows, Optional<String> refusal) {

    public Captures {
        rows = List.copyOf(rows);
        Objects.requireNonNull(refusal, "refusal");
    }

    /**
     * Something that is carried.
     *
     * @param what the variable's name, or {@code (code)}
     * @param type the class of the value, or of the function
     * @param bytes how many bytes it takes, encoded
     */
    public record Row(String what, String type, long bytes) {}

    /** Of a function without arguments. */
    public static Captures of(Call<?> function) {
        return ofAny(function);
    }

    /** Of a function with one. */
    public static Captures of(Fn<?, ?> function) {
        return ofAny(function);
    }

    /** Of a function with two. */
    public static Captures of(Fn2<?, ?, ?> function) {
        return ofAny(function);
    }

    /** Of a function with three. */
    public static Captures of(Fn3<?, ?, ?, ?> function) {
        return ofAny(function);
    }

    /** Of an action. */
    public static Captures of(Action action) {
        return ofAny(action);
    }

    /** Of any function object. */
    public static Captures ofAny(Object function) {
        try (Cluster cluster = Cluster.lazy()) {
            return of(function, cluster.link().dispatcher().closures());
        }
    }

    static Captures of(Object function, ClosureEncoder closures) {
        try {
            ClosureEncoder.CarriedSizes sizes = closures.sizes(function);
            List<Row> rows = new ArrayList<>();
            rows.add(new Row("(code)", TypeText.shown(function), sizes.code().size()));
            for (Map.Entry<VariableRef, Parcel> carried :
                    sizes.carried().values().entrySet()) {
                String type = sizes.carried().types().get(carried.getKey());
                rows.add(new Row(
                        carried.getKey().field(), type, carried.getValue().size()));
            }
            return new Captures(rows, Optional.empty());
        } catch (UnsendableClosureException e) {
            return new Captures(List.of(), Optional.of(e.getMessage()));
        }
    }

    /** All bytes together. */
    public long bytes() {
        return rows.stream().mapToLong(Row::bytes).sum();
    }

    /** A table, or the refusal. */
    @Override
    public String toString() {
        if (refusal.isPresent()) {
            return "cannot be sent: " + refusal.get();
        }
        int name = Math.max(
                5, rows.stream().mapToInt(row -> row.what().length()).max().orElse(0));
        int type = rows.stream().mapToInt(row -> row.type().length()).max().orElse(0);
        String line = "%-" + name + "s  %-" + Math.max(1, type) + "s  %,d bytes";
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            text.append(String.format(java.util.Locale.ROOT, line, row.what(), row.type(), row.bytes()))
                    .append('\n');
        }
        return text.append(String.format(java.util.Locale.ROOT, line, "total", "", bytes()))
                .toString();
    }
}
