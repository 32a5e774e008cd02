package dev.tutti.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.kernel.cell.SymbolNames;
import dev.tutti.kernel.compile.Candidate;
import dev.tutti.kernel.compile.Completions;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SymbolCompletionTest {

    private static List<String> symbols(String before) {
        return SymbolCompletion.at(before, before.length()).map(Completions::candidates).orElse(List.of()).stream()
                .map(Candidate::text)
                .toList();
    }

    @Test
    void aNameInFullMeansItsCharacter() {
        assertThat(symbols("double \\alpha")).containsExactly("α");
        assertThat(symbols("x\\_i")).containsExactly("ᵢ");
        assertThat(symbols("\\pi")).containsExactly("π");
        assertThat(SymbolCompletion.at("double \\alpha", 13))
                .map(Completions::anchor)
                .contains(7);
    }

    @Test
    void theBeginningOfANameMeansAllThatBeginSo() {
        assertThat(symbols("\\ale")).containsExactly("ℵ");
        assertThat(symbols("\\be")).containsExactly("β", "ℶ");
        assertThat(symbols("\\nothing")).isEmpty();
    }

    @Test
    void outsideOfTextsOnlyCharactersOfNamesAreOffered() {
        assertThat(symbols("a \\to")).isEmpty();
        assertThat(symbols("\"a \\to")).containsExactly("→");
        assertThat(symbols("// a \\to")).containsExactly("→");
        assertThat(symbols("x\\_0")).isEmpty();
        assertThat(symbols("\"x\\_0")).containsExactly("₀");
    }

    @Test
    void anEscapeOfALiteralStaysOne() {
        assertThat(symbols("\"\\b")).isEmpty();
        assertThat(symbols("\"\\be")).isEmpty();
        assertThat(symbols("\"\\beta")).containsExactly("β");
        assertThat(symbols("\"\\al")).containsExactly("α", "ℵ");
        assertThat(symbols("\"\\\\alpha")).isEmpty();
        assertThat(symbols("'\\n")).isEmpty();
    }

    @Test
    void noNameIsThereTwiceOrLooksLikeAnEscapeOfUnicode() {
        assertThat(SymbolNames.all()).hasSizeGreaterThan(150).allSatisfy((name, symbol) -> {
            assertThat(symbol.codePointCount(0, symbol.length())).isEqualTo(1);
            assertThat(name).doesNotMatch("u+[0-9a-fA-F].*");
        });
    }
}
