package dev.tutti.kernel;

import dev.tutti.engine.measure.Figures;
import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.target.TargetException;
import dev.tutti.engine.target.TargetSpec;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.kernel.browse.BrowseException;
import dev.tutti.kernel.browse.ObjectNode;
import dev.tutti.kernel.browse.ObjectTree;
import dev.tutti.kernel.browse.TreeText;
import dev.tutti.kernel.controller.LaunchException;
import dev.tutti.kernel.magic.Browsing;
import dev.tutti.kernel.magic.MagicException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Opens the value of one cell: asks the engines that hold it. */
final class KernelBrowsing implements Browsing {

    private static final Duration ANALYSIS_PATIENCE = Duration.ofSeconds(3);

    private final Kernel.Parts parts;
    private final CellRunner runner;
    private final CellListener listener;

    KernelBrowsing(Kernel.Parts parts, CellRunner runner, CellListener listener) {
        this.parts = parts;
        this.runner = runner;
        this.listener = listener;
    }

    @Override
    public void show(TargetSpec targets, String expression) throws MagicException {
        ObjectTree.Root root = new ObjectTree.Root(
                parts.session().compiler().session().value(), runner.number().value(), expression);
        ObjectTree tree = new ObjectTree(root, this::ask, this::compiles);
        try {
            List<ObjectNode> roots = tree.roots(resolve(targets));
            if (parts.records().screen().isPresent()) {
                UserScreen screen = parts.records().screen().get();
                screen.browse(tree, roots).ifPresent(parts.records()::offer);
            } else {
                print(tree, roots);
            }
        } catch (BrowseException e) {
            throw new MagicException(e.getMessage());
        }
    }

    /** Engines whose objects look the same are shown once. */
    private void print(ObjectTree tree, List<ObjectNode> roots) throws BrowseException {
        Map<String, SortedSet<EngineId>> texts = new LinkedHashMap<>();
        int width = Math.max(20, parts.config().width().getAsInt());
        for (ObjectNode root : roots) {
            texts.computeIfAbsent(TreeText.of(tree, root, width), _ -> new TreeSet<>())
                    .add(root.engine());
        }
        boolean local = roots.size() == 1 && roots.getFirst().engine().isLocal();
        texts.forEach((text, engines) ->
                listener.print(local ? text : "[" + EngineRanges.of(new ArrayList<>(engines)) + "]\n" + text));
    }

    private Figures ask(EngineId engine, String subject) throws BrowseException {
        SortedSet<EngineId> one = new TreeSet<>(List.of(engine));
        Message.Reply reply = parts.ask(one, new Message.Inspect(subject)).get(engine);
        // instanceof, since all other replies are of no use here
        if (reply instanceof Message.Inspected(var text)) {
            return Figures.parse(text);
        }
        throw new BrowseException(
                reply instanceof Message.Failure(var reason)
                        ? reason + "."
                        : EngineRanges.named(List.of(engine)) + " did not tell of it. %engines shows the state.");
    }

    private boolean compiles(String expression) {
        return parts.session()
                .compiler()
                .await()
                .analysis()
                .typeOf(expression, ANALYSIS_PATIENCE)
                .isPresent();
    }

    private SortedSet<EngineId> resolve(TargetSpec targets) throws MagicException {
        try {
            return parts.resolve(targets);
        } catch (TargetException | LaunchException e) {
            throw new MagicException(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MagicException("The cell was given up: its thread was interrupted.");
        }
    }
}
