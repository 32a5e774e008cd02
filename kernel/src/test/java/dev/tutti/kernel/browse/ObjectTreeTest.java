package dev.tutti.kernel.browse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.engine.measure.Figures;
import dev.tutti.engine.measure.TreeQuestion;
import dev.tutti.engine.wire.EngineId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A tree whose engine is played by the test. */
final class ObjectTreeTest {

    private static final EngineId ENGINE = new EngineId(3);

    private final List<TreeQuestion> asked = new ArrayList<>();
    private int count = 2;

    private Figures answer(EngineId engine, String subject) {
        TreeQuestion question = TreeQuestion.parse(subject).orElseThrow();
        asked.add(question);
        Figures.Builder told = new Figures.Builder().row(TreeQuestion.OBJECT, "List (" + count + ")", count);
        for (int i = question.first(); i < Math.min(count, question.first() + question.most()); i++) {
            told.row(TreeQuestion.PART, "[" + i + "]", "v" + i, count, ".get(" + i + ")", "java.util.List");
        }
        return told.build();
    }

    private ObjectTree tree(String expression, Set<String> refused) {
        return new ObjectTree(new ObjectTree.Root(1, 7, expression), this::answer, java -> !refused.contains(java));
    }

    private static ObjectNode root(ObjectTree tree) throws BrowseException {
        return tree.roots(List.of(ENGINE)).getFirst();
    }

    @Test
    void partsAreAskedForByTheirWayFromTheRoot() throws BrowseException {
        ObjectTree tree = tree("x", Set.of());
        ObjectNode second = tree.parts(root(tree)).get(1);
        tree.parts(second);
        assertThat(asked)
                .containsExactly(
                        new TreeQuestion(1, 7, List.of(), 0, 0),
                        new TreeQuestion(1, 7, List.of(), 0, 2),
                        new TreeQuestion(1, 7, List.of(1), 0, 2));
        assertThat(second.text()).isEqualTo("v1");
        assertThat(second.way()).contains("%px -t 3 x.get(1)");
    }

    @Test
    void veryManyPartsComeInStretchesOfStretches() throws BrowseException {
        count = 1_000_001;
        ObjectTree tree = tree("x", Set.of());
        List<ObjectNode> stretches = tree.parts(root(tree));
        assertThat(stretches).hasSize(2);
        assertThat(stretches).extracting(ObjectNode::label).containsExactly("[0 … 999999]", "[1000000 … 1000000]");
        List<ObjectNode> inner = tree.parts(stretches.getFirst());
        assertThat(inner).hasSize(100);
        ObjectNode last = tree.parts(tree.parts(inner.getLast()).getLast()).getLast();
        assertThat(last.label()).isEqualTo("[999999]");
        assertThat(last.way()).contains("%px -t 3 x.get(999999)");
    }

    @Test
    void castsStandWhereTheStaticTypeNeedsThem() throws BrowseException {
        ObjectTree tree = tree("a + b", Set.of("(a + b).get(0).get(1)"));
        ObjectNode inner = tree.parts(tree.parts(root(tree)).getFirst()).get(1);
        assertThat(inner.way()).contains("%px -t 3 (a + b).get(0).get(1)");
        assertThat(tree.expression(inner)).contains("%px -t 3 ((java.util.List) (a + b).get(0)).get(1)");
        assertThat(tree.expression(root(tree))).contains("%px -t 3 a + b");
    }

    @Test
    void whatNoJavaLeadsToHasNone() throws BrowseException {
        ObjectTree tree = tree("x", Set.of("x.get(0)", "((java.util.List) x).get(0)"));
        assertThat(tree.expression(tree.parts(root(tree)).getFirst())).isEmpty();
        assertThat(JavaPath.of("x").with("", "").with(".y", "T").brief()).isEmpty();
        assertThat(JavaPath.of("x").with("", "").exact(_ -> true)).isEmpty();
    }

    @Test
    void anObjectThatIsGoneIsSaidToBe() {
        ObjectTree tree = new ObjectTree(
                new ObjectTree.Root(1, 7, "x"),
                (_, _) -> new Figures.Builder()
                        .row(TreeQuestion.ABSENT, "It is gone.")
                        .build(),
                _ -> true);
        assertThatThrownBy(() -> tree.roots(List.of(ENGINE)))
                .isInstanceOf(BrowseException.class)
                .hasMessage("[3] It is gone.");
    }
}
