package dev.tutti.engine.target;

import dev.tutti.engine.wire.EngineId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which engines are meant, as written. Nothing is looked up before {@link #resolve}: {@code all} is whoever is there then.
 *
 * <pre>
 * all  local       all engines; the engine beside the shell
 * 2  0-3           engine ids
 * -1  1:  ::2      positions in the sorted ids of the live engines, as Python's slices
 * &#64;name            a named group or engine set
 * a,b  a!b         either; a without b
 * a&amp;b  a^b         both; one but not the other
 * a?2              any two of a, chosen anew each time; ?2 alone: of all
 * ( )              signs are read from left to right, but for brackets
 * </pre>
 *
 * <p>The signs are those of ClusterShell's node sets.
 */
public final class TargetSpec {

    /** All live engines, without local. */
    public static final TargetSpec ALL = new TargetSpec("all", new TargetSet.All());

    /** The engine beside the shell. */
    public static final TargetSpec LOCAL = new TargetSpec("local", new TargetSet.Local());

    private final String text;
    private final TargetSet set;

    private TargetSpec(String text, TargetSet set) {
        this.text = text;
        this.set = set;
    }

    /**
     * Reads targets.
     *
     * @throws TargetException if the text is not of the language
     */
    public static TargetSpec parse(String text) throws TargetException {
        String stripped = text.strip();
        return new TargetSpec(stripped, TargetReader.parse(stripped));
    }

    /** As {@link #resolve(SortedSet, TargetContext)}, without groups. */
    public SortedSet<EngineId> resolve(SortedSet<EngineId> live) throws TargetException {
        return resolve(live, TargetContext.PLAIN);
    }

    /**
     * The engines that are meant now.
     *
     * @param live the ids of the live engines, with or without local
     * @return at least one id, ascending
     * @throws TargetException if a named engine is not there, or none is meant
     */
    public SortedSet<EngineId> resolve(SortedSet<EngineId> live, TargetContext context) throws TargetException {
        return new TreeSet<>(inOrder(live, context));
    }

    /** As {@link #resolve}, in the order in which they are written: {@code 3,1} is engine 3, then engine 1. */
    public List<EngineId> inOrder(SortedSet<EngineId> live, TargetContext context) throws TargetException {
        List<EngineId> engines = live.stream().filter(id -> !id.isLocal()).toList();
        TargetSet.Surroundings now = new TargetSet.Surroundings(text, engines, context);
        Set<EngineId> targets = set.of(now);
        if (targets.isEmpty()) {
            throw new TargetException(
                    engines.isEmpty()
                            ? "No engines are connected, so there is nowhere to run. Start the shell with -n 4, bring"
                                    + " lost engines back with %engines restart N, or run the cell at local."
                            : "Targets '" + text + "' name no engine. " + now.present());
        }
        return new ArrayList<>(targets);
    }

    /** Whether only local is meant. */
    public boolean onlyLocal() {
        return set.onlyLocal();
    }

    /** As written. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TargetSpec spec && spec.text.equals(text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text);
    }
}
