package dev.tutti.shell.line;

import static dev.tutti.shell.line.Typing.ALT_ENTER;
import static dev.tutti.shell.line.Typing.CTRL_C;
import static dev.tutti.shell.line.Typing.CTRL_G;
import static dev.tutti.shell.line.Typing.DOWN;
import static dev.tutti.shell.line.Typing.END;
import static dev.tutti.shell.line.Typing.ENTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Shift-Tab and what follows it. */
@Timeout(60)
class ExpressionKeyTest {

    private static final String SHIFT_TAB = "\033[Z";
    private static final String BACKSPACE = "\177";

    @TempDir
    private Path folder;

    private Typing typing;

    @BeforeEach
    void open() throws IOException {
        typing = Typing.at(folder);
    }

    @AfterEach
    void close() throws IOException {
        typing.close();
    }

    @Test
    void theTypeIsShownAndAnyOtherKeyGoesOnWithTheText() throws IOException {
        assertThat(typing.cell("a bcd", SHIFT_TAB, "+1", ENTER)).isEqualTo("a bcd+1");
        assertThat(typing.written()).contains("Of").contains("v: variable");
    }

    @Test
    void aVariableGetsTheProposedNameAndItsImport() throws IOException {
        assertThat(typing.cell("a bcd", SHIFT_TAB, "v", ENTER, ENTER)).isEqualTo("import a.b.Of;\nOf it = bcd;\na it");
    }

    @Test
    void aNameIsTypedAtAllItsPlaces() throws IOException {
        assertThat(typing.cell("a bcd", SHIFT_TAB, "v", "nax", BACKSPACE, "me", ENTER, "+1", ENTER))
                .isEqualTo("import a.b.Of;\nOf name = bcd;\na name+1");
    }

    @Test
    void whatIsNoNameEndsTheNameAndMeansWhatItDoes() throws IOException {
        assertThat(typing.cell("a bcd", SHIFT_TAB, "v", "n ", DOWN, END, ENTER))
                .isEqualTo("import a.b.Of;\nOf n  = bcd;\na n");
        assertThat(typing.cell("a bcd", SHIFT_TAB, "v", "1", ENTER, ENTER)).endsWith("Of it = bcd;\na it");
        assertThat(typing.cell("a bcd", SHIFT_TAB, "v", CTRL_C)).isEqualTo("Cleared[]");
    }

    @Test
    void pressedAgainItMeansWhatIsAround() throws IOException {
        assertThat(typing.cell("a bcd", SHIFT_TAB, SHIFT_TAB, "v", ENTER, ENTER))
                .endsWith("Of it = a bcd;\nit");
        assertThat(typing.cell("a bcd", SHIFT_TAB, SHIFT_TAB, SHIFT_TAB, "v", ENTER, ENTER))
                .endsWith("a it");
    }

    @Test
    void theCellBecomesAMethod() throws IOException {
        assertThat(typing.cell("a", SHIFT_TAB, "m", "f", ENTER, ENTER)).isEqualTo("Of f() { return a; }");
    }

    @Test
    void theValueIsShownUntilTheNextKey() throws IOException {
        assertThat(typing.cell("a bcd", SHIFT_TAB, "e", "+1", ENTER)).isEqualTo("a bcd+1");
        assertThat(typing.written())
                .contains("printed")
                .contains("value")
                .contains("bcd")
                .contains("Kind");
    }

    @Test
    void aKeyStopsWhatTakesTooLong() throws IOException {
        assertThat(typing.cell("endless", SHIFT_TAB, "e", CTRL_C, "!", ENTER)).isEqualTo("endless!");
        assertThat(typing.written()).contains("any key stops it");
    }

    @Test
    void whatCannotBeDoneIsSaidAndNothingChanges() throws IOException {
        assertThat(typing.cell("void", SHIFT_TAB, "v", "!", ENTER)).isEqualTo("void!");
        assertThat(typing.written()).contains("This gives no value.");
    }

    @Test
    void anEmptyCellHasNoExpression() throws IOException {
        assertThat(typing.cell(SHIFT_TAB, "x", ENTER)).isEqualTo("x");
        assertThat(typing.written()).contains("No whole expression stands here.");
    }

    @Test
    void ctrlGOnlyClosesIt() throws IOException {
        assertThat(typing.cell("ab", SHIFT_TAB, CTRL_G, "v", ALT_ENTER, "c", ENTER))
                .isEqualTo("abv\nc");
    }
}
