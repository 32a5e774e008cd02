package dev.tutti.kernel.javadoc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.kernel.compile.ElementComment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pages as the tool of several Java versions writes them, cut to what counts. */
final class JavadocPageTest {

    private static final String JAVA_25 = """
        <section class="class-description" id="class-description">
        <div class="type-signature">public final class Charter</div>
        <div class="block">What a town was promised.</div>
        <dl class="notes"><dt>Since:</dt><dd>1215</dd></dl>
        </section>
        <section class="detail" id="rights(java.lang.String,int)"><h3>rights</h3>
        <div class="block">Names the <b>rights</b> of
         {@a trade}.
        <pre>
        rights("smith", 2)
        @again
        </pre></div>
        <dl class="notes">
        <dt>Overrides:</dt><dd>other</dd>
        <dt>Type Parameters:</dt><dd><code>T</code> - a kind</dd>
        <dt>Parameters:</dt>
        <dd><code>trade</code> - who
         asks</dd>
        <dd><code>most</code> - how many</dd>
        <dt>Returns:</dt><dd>their names</dd>
        <dt>Throws:</dt><dd><code><a href="x">IllegalArgumentException</a></code> - if negative</dd>
        <dt>See Also:</dt><dd><ul class="tag-list"><li><a href="#x"><code>other()</code></a></li></ul></dd>
        </dl></section>
        <section class="detail" id="rights(T...)"><h3 id="rights(java.lang.Comparable[])">rights</h3>
        <div class="block">All of them.</div></section>
        <section class="detail" id="&lt;init&gt;()"><h3>Charter</h3><div class="block">Nothing.</div></section>
        <section class="detail" id="SEALS"><h3>SEALS</h3><div class="block">Three.</div>
        <dl class="notes"><dt>See Also:</dt><dd><ul><li><a href="c.html">Constant Field Values</a></li></ul></dd></dl>
        </section>
        """;

    private static final String JAVA_8 = """
        <div class="description"><ul class="blockList"><li class="blockList"><pre>public class Old</pre>
        <div class="block">An old one.</div></li></ul></div>
        <a name="rights-java.lang.String-int:A-"><!-- --></a>
        <ul class="blockListLast"><li class="blockList"><h4>rights</h4><pre>public void rights(String a, int[] b)</pre>
        <div class="block">Names them.</div>
        <dl><dt><span class="paramLabel">Parameters:</span></dt><dd><code>a</code> - who</dd></dl></li></ul>
        """;

    private static final String JAVA_11 = """
        <a id="rights()"><!-- --></a>
        <ul class="blockList"><li class="blockList"><h4>rights</h4><div class="block">None.</div></li></ul>
        """;

    private static List<ElementComment> comments(String page, String member) {
        return JavadocPage.of(page).comments("demo.Charter", Optional.of(member));
    }

    @Test
    void aMethodsCommentComesBackWithItsTags() {
        assertThat(comments(JAVA_25, "rights").getFirst()).isEqualTo(new ElementComment(List.of("String", "int"), """
            <p>Names the <b>rights</b> of
             {&#64;a trade}.
            <pre>rights("smith", 2)
            &#64;again
            </pre></p>
            @param <T> a kind
            @param trade who asks
            @param most how many
            @return their names
            @throws IllegalArgumentException if negative
            @see <span><ul class="tag-list"><li><a href="#x"><code>other()</code></a></li></ul></span>\
            """));
    }

    @Test
    void overloadsAreToldApartByTheirParameters() {
        assertThat(comments(JAVA_25, "rights"))
                .extracting(comment -> comment.fits("<T> void Charter.rights(T... trades)"))
                .containsExactly(false, true);
    }

    @Test
    void typesConstructorsAndFieldsHaveComments() {
        assertThat(JavadocPage.of(JAVA_25).comments("demo.Charter", Optional.empty()))
                .containsExactly(new ElementComment(List.of(), "<p>What a town was promised.</p>\n@since 1215"));
        assertThat(comments(JAVA_25, "Charter")).containsExactly(new ElementComment(List.of(), "<p>Nothing.</p>"));
        assertThat(comments(JAVA_25, "SEALS")).containsExactly(new ElementComment(List.of(), "<p>Three.</p>"));
        assertThat(comments(JAVA_25, "nothing")).isEmpty();
    }

    @Test
    void pagesOfOlderToolsAreReadToo() {
        assertThat(comments(JAVA_8, "rights"))
                .containsExactly(new ElementComment(List.of("String", "int[]"), "<p>Names them.</p>\n@param a who"));
        assertThat(JavadocPage.of(JAVA_8).comments("demo.Charter", Optional.empty()))
                .containsExactly(new ElementComment(List.of(), "<p>An old one.</p>"));
        assertThat(comments(JAVA_11, "rights")).containsExactly(new ElementComment(List.of(), "<p>None.</p>"));
    }
}
