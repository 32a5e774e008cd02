package dev.tutti.kernel.browse;

import dev.tutti.engine.measure.Figures;
import dev.tutti.engine.measure.TreeQuestion;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.kernel.browse.ObjectNode.Place;
import dev.tutti.kernel.browse.ObjectNode.Stretch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** The values of a cell at engines, each the root of a tree of objects, whose levels are asked for when they are wanted. */
public final class ObjectTree {

    /** Of so many parts at most an engine tells at once; more are put into stretches. */
    public static final int WINDOW = 100;

    private static final int LONGEST_LABEL = 40;

    /** What asks an engine. */
    @FunctionalInterface
    public interface Asking {
        /** @throws BrowseException if it does not tell */
        Figures ask(EngineId engine, String subject) throws BrowseException;
    }

    private final Root root;
    private final Asking asking;
    private final Predicate<String> compiles;

    /**
     * Which value is meant.
     *
     * @param session the number of the session
     * @param cell the cell whose result it is
     * @param expression what the cell's value was computed from
     */
    public record Root(long session, int cell, String expression) {
        public Root {
            Objects.requireNonNull(expression, "expression");
        }
    }

    /** @param compiles whether a text is an expression in the session */
    public ObjectTree(Root root, Asking asking, Predicate<String> compiles) {
        this.root = root;
        this.asking = asking;
        this.compiles = compiles;
    }

    /** The values, one for each engine. */
    public List<ObjectNode> roots(Collection<EngineId> engines) throws BrowseException {
        List<ObjectNode> roots = new ArrayList<>();
        for (EngineId engine : engines) {
            Place place = new Place(List.of(), JavaPath.of(root.expression()));
            List<String> told = ask(engine, place, 0, 0).row(TreeQuestion.OBJECT);
            Stretch all = new Stretch(0, Integer.parseInt(told.get(1)));
            roots.add(new ObjectNode(engine, label(), told.getFirst(), all, place));
        }
        return roots;
    }

    /** A long expression would hide what its value is. */
    private String label() {
        String line = root.expression().lines().findFirst().orElse("");
        return line.length() <= LONGEST_LABEL
                        && line.length() == root.expression().length()
                ? line
                : line.substring(0, Math.min(line.length(), LONGEST_LABEL)) + "…";
    }

    /** What is below an object or a stretch: parts, or stretches of them. */
    public List<ObjectNode> parts(ObjectNode of) throws BrowseException {
        Stretch wanted = of.stretch();
        return wanted.count() > WINDOW ? stretches(of) : told(of, wanted);
    }

    private static List<ObjectNode> stretches(ObjectNode of) {
        Stretch all = of.stretch();
        int size = WINDOW;
        while ((all.count() - 1) / size >= WINDOW) {
            size *= WINDOW;
        }
        List<ObjectNode> stretches = new ArrayList<>();
        for (long first = 0; first < all.count(); first += size) {
            int from = all.first() + (int) first;
            int count = (int) Math.min(size, all.count() - first);
            String label = "[" + from + " … " + (from + count - 1) + "]";
            stretches.add(new ObjectNode(of.engine(), label, "", new Stretch(from, count), of.place()));
        }
        return stretches;
    }

    private List<ObjectNode> told(ObjectNode of, Stretch wanted) throws BrowseException {
        List<ObjectNode> parts = new ArrayList<>();
        Figures figures = ask(of.engine(), of.place(), wanted.first(), wanted.count());
        for (List<String> row : figures.all(TreeQuestion.PART)) {
            List<Integer> way = new ArrayList<>(of.place().parts());
            way.add(wanted.first() + parts.size());
            Place place = new Place(way, of.place().java().with(row.get(3), row.get(4)));
            Stretch all = new Stretch(0, Integer.parseInt(row.get(2)));
            parts.add(new ObjectNode(of.engine(), row.getFirst(), row.get(1), all, place));
        }
        return parts;
    }

    private Figures ask(EngineId engine, Place place, int first, int most) throws BrowseException {
        TreeQuestion question = new TreeQuestion(root.session(), root.cell(), place.parts(), first, most);
        Figures figures = asking.ask(engine, question.subject());
        List<List<String>> absent = figures.all(TreeQuestion.ABSENT);
        if (!absent.isEmpty()) {
            throw new BrowseException((engine.isLocal() ? "" : "[" + engine + "] ")
                    + absent.getFirst().getFirst());
        }
        return figures;
    }

    /** What is typed at the prompt to have an object, with the casts that this needs; empty if no Java leads to it. */
    public Optional<String> expression(ObjectNode node) {
        return node.isStretch()
                ? Optional.empty()
                : node.place().java().exact(compiles).map(java -> ObjectNode.at(node.engine(), java));
    }
}
