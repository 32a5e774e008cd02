package dev.tutti.kernel.magic;

import dev.tutti.engine.measure.Profile;
import dev.tutti.engine.measure.Units;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;

/**
 * Samples as a page that needs nothing but a browser: calls stand on their callers, as wide as their share of the samples.
 * The idea is Brendan Gregg's.
 */
final class FlameGraph {

    /** A call with all that it calls. */
    private static final class Call {
        private final Map<String, Call> callees = new TreeMap<>();
        private long weight;

        void add(List<String> stack, long count) {
            Call at = this;
            at.weight += count;
            for (String method : stack) {
                at = at.callees.computeIfAbsent(method, _ -> new Call());
                at.weight += count;
            }
        }
    }

    private final StringBuilder boxes = new StringBuilder();
    private final LongFunction<String> unit;
    private int depth;

    private FlameGraph(LongFunction<String> unit) {
        this.unit = unit;
    }

    /** The whole page: CPU time, and below it what was allocated. */
    static String page(Profile profile) {
        String cpu = graph(profile.stacks(), count -> count + (count == 1 ? " sample" : " samples"));
        String memory = graph(profile.sites(), Units::size);
        return template()
                .replace(
                        "@SUMMARY@",
                        profile.samples() + " samples in "
                                + Units.time(profile.wall().toNanos()))
                .replace("@CPU@", cpu)
                .replace("@MEMORY@", memory);
    }

    private static String graph(Map<List<String>, Long> stacks, LongFunction<String> unit) {
        Call root = new Call();
        stacks.forEach(root::add);
        FlameGraph graph = new FlameGraph(unit);
        if (root.weight > 0) {
            graph.box("all", root, 0, 0, root.weight);
        }
        return "<div class=\"graph\" style=\"height:" + (graph.depth + 1) * 18 + "px\">" + graph.boxes + "</div>";
    }

    private void box(String method, Call call, int level, long from, long all) {
        depth = Math.max(depth, level);
        double left = 100.0 * from / all;
        double width = 100.0 * call.weight / all;
        String title = method + ": " + unit.apply(call.weight) + String.format(Locale.ROOT, ", %.1f %%", width);
        boxes.append(String.format(
                Locale.ROOT,
                "<div style=\"left:%.4f%%;width:%.4f%%;bottom:%dpx;background:hsl(%d,75%%,70%%)\""
                        + " title=\"%s\">%s</div>%n",
                left,
                width,
                level * 18,
                Math.floorMod(method.hashCode(), 55),
                escaped(title),
                escaped(method)));
        long at = from;
        for (Map.Entry<String, Call> callee : call.callees.entrySet()) {
            box(callee.getKey(), callee.getValue(), level + 1, at, all);
            at += callee.getValue().weight;
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String template() {
        try (InputStream page = FlameGraph.class.getResourceAsStream("flamegraph.html")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The template of flame graphs cannot be read from the kernel's jar.", e);
        }
    }
}
