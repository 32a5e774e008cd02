package dev.tutti.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.kernel.compile.SourcePlace;
import dev.tutti.kernel.magic.Libraries;
import dev.tutti.kernel.magic.MagicException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DecompiledSourceTest {

    private final List<String> notes = new ArrayList<>();

    /** No repository can be reached. */
    private final Libraries unreachable = (Libraries) Proxy.newProxyInstance(
            Libraries.class.getClassLoader(), new Class<?>[] {Libraries.class}, (_, method, _) -> {
                if (method.getName().equals("program")) {
                    throw new MagicException("No network.");
                }
                throw new AssertionError(method + " is not asked");
            });

    @Test
    void aDecompilerThatCannotBeHadIsNamedWithTheReason() {
        SourcePlace map = new SourcePlace("java.base", Optional.empty(), List.of("java.util.Map"), Optional.empty());

        assertThat(new DecompiledSource(unreachable, notes::add).of(List.of(map)))
                .isEmpty();
        assertThat(notes)
                .containsExactly("java.util.Map came without sources, and the decompiler org.benf:cfr:0.152,"
                        + " which would show it, is not there. No network.");
    }

    @Test
    void whatIsNotKnownNeedsNoDecompiler() {
        assertThat(new DecompiledSource(unreachable, notes::add).of(List.of())).isEmpty();
        assertThat(notes).isEmpty();
    }
}
