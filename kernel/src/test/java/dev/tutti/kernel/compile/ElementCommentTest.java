package dev.tutti.kernel.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ElementCommentTest {

    @Test
    void aCommentFitsTheOverloadWithItsParameters() {
        ElementComment comment = new ElementComment(List.of("java.util.Map.Entry<K, V>[]", "int"), "");

        assertThat(comment.fits("void A.f(Entry<K, List<V>>... entries, int n)"))
                .isTrue();
        assertThat(comment.fits("void A.f(final java.util.Map.Entry<K,V>[], int)"))
                .isTrue();
        assertThat(comment.fits("void A.f(Entry<K, V> entry, int n)")).isFalse();
        assertThat(comment.fits("void A.f()")).isFalse();
    }

    @Test
    void withoutParametersItFitsFieldsAndMethodsWithoutAny() {
        ElementComment comment = new ElementComment(List.of(), "");

        assertThat(comment.fits("int A.SIZE")).isTrue();
        assertThat(comment.fits("int A.size()")).isTrue();
        assertThat(comment.fits("int A.size(int n)")).isFalse();
    }
}
