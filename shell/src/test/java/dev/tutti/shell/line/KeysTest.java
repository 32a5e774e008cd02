package dev.tutti.shell.line;

import static dev.tutti.shell.line.Typing.DOWN;
import static dev.tutti.shell.line.Typing.END;
import static dev.tutti.shell.line.Typing.ENTER;
import static dev.tutti.shell.line.Typing.HOME;
import static dev.tutti.shell.line.Typing.LEFT;
import static dev.tutti.shell.line.Typing.RIGHT;
import static dev.tutti.shell.line.Typing.TAB;
import static dev.tutti.shell.line.Typing.UP;
import static dev.tutti.shell.line.Typing.pasted;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of the manual's table that edit text. */
class KeysTest {

    private static final String CTRL_A = "\001";
    private static final String CTRL_B = "\002";
    private static final String CTRL_E = "\005";
    private static final String CTRL_F = "\006";
    private static final String CTRL_K = "\013";
    private static final String CTRL_L = "\014";
    private static final String CTRL_U = "\025";
    private static final String CTRL_W = "\027";
    private static final String CTRL_Y = "\031";
    private static final String UNDO = "\037";
    private static final String ALT_B = "\033b";
    private static final String ALT_D = "\033d";
    private static final String ALT_F = "\033f";
    private static final String REDO = "\033_";
    private static final String ALT_W = "\033w";
    private static final String ALT_K = "\033k";
    private static final String BACKSPACE = "\177";
    private static final String DELETE = "\033[3~";
    private static final String SHIFT_UP = "\033[1;2A";
    private static final String SHIFT_DOWN = "\033[1;2B";
    private static final String SHIFT_RIGHT = "\033[1;2C";
    private static final String SHIFT_LEFT = "\033[1;2D";
    private static final String SHIFT_HOME = "\033[1;2H";
    private static final String SHIFT_END = "\033[1;2F";
    private static final String CTRL_SHIFT_RIGHT = "\033[1;6C";
    private static final String CTRL_SHIFT_LEFT = "\033[1;6D";
    private static final String SHIFT_TAB = "\033[Z";

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
    void beginningAndEndOfTheLine() throws IOException {
        assertThat(typing.cell("b", CTRL_A, "a", CTRL_E, "c", ENTER)).isEqualTo("abc");
    }

    @Test
    void characterByCharacterAndWordByWord() throws IOException {
        assertThat(typing.cell("one two", CTRL_B, "_", CTRL_F, "s", ALT_B, "x", ALT_F, "!", ENTER))
                .isEqualTo("one xtw_os!");
    }

    @Test
    void whatIsCutIsInsertedAgain() throws IOException {
        assertThat(typing.cell("one two", CTRL_W, CTRL_A, CTRL_Y, ENTER)).isEqualTo("twoone");
        assertThat(typing.cell("one two", ALT_B, CTRL_K, CTRL_A, CTRL_Y, ENTER)).isEqualTo("twoone");
        assertThat(typing.cell("one two", CTRL_U, "3 ", CTRL_Y, ENTER)).isEqualTo("3 one two");
        assertThat(typing.cell("one two", CTRL_A, ALT_D, CTRL_E, CTRL_Y, ENTER)).isEqualTo(" twoone");
    }

    @Test
    void whatWasDoneIsUndoneAndDoneAgain() throws IOException {
        assertThat(typing.cell("one two", CTRL_W, UNDO, ENTER)).isEqualTo("one two");
        assertThat(typing.cell("one two", CTRL_W, UNDO, REDO, "3", ENTER)).isEqualTo("one 3");
    }

    @Test
    void clearingTheScreenKeepsWhatIsTyped() throws IOException {
        assertThat(typing.cell("one", CTRL_L, "2", ENTER)).isEqualTo("one2");
        assertThat(typing.written()).contains("\033[H\033[2J");
    }

    @Test
    void whatIsTypedOrPastedReplacesWhatIsSelected() throws IOException {
        assertThat(typing.cell("one two", SHIFT_LEFT, SHIFT_LEFT, "x", ENTER)).isEqualTo("one tx");
        assertThat(typing.cell("one two", CTRL_SHIFT_LEFT, "3", ENTER)).isEqualTo("one 3");
        assertThat(typing.cell("one two", HOME, CTRL_SHIFT_RIGHT, pasted("1"), ENTER))
                .isEqualTo("1two");
        assertThat(typing.cell("one two", LEFT, SHIFT_HOME, "z", ENTER)).isEqualTo("zo");
        assertThat(typing.cell("one two", HOME, SHIFT_RIGHT, SHIFT_END, "z", ENTER))
                .isEqualTo("z");
        assertThat(typing.cell("a", CTRL_W, "one", SHIFT_LEFT, CTRL_Y, ENTER)).isEqualTo("ona");
    }

    @Test
    void theKeysThatDeleteTakeWhatIsSelected() throws IOException {
        assertThat(typing.cell("one two", CTRL_SHIFT_LEFT, BACKSPACE, BACKSPACE, ENTER))
                .isEqualTo("one");
        assertThat(typing.cell("one two", CTRL_SHIFT_LEFT, DELETE, "3", ENTER)).isEqualTo("one 3");
        assertThat(typing.cell("one two", CTRL_SHIFT_LEFT, BACKSPACE, UNDO, ENTER))
                .isEqualTo("one two");
    }

    @Test
    void whatIsSelectedIsCopiedOrCut() throws IOException {
        assertThat(typing.cell("ab", SHIFT_LEFT, ALT_W, HOME, CTRL_Y, ENTER)).isEqualTo("bab");
        assertThat(typing.cell("ab", SHIFT_LEFT, ALT_K, HOME, CTRL_Y, ENTER)).isEqualTo("ba");
        assertThat(typing.cell("one two", SHIFT_LEFT, CTRL_W, HOME, CTRL_Y, ENTER))
                .isEqualTo("oone tw");
    }

    @Test
    void anyOtherKeyEndsTheSelection() throws IOException {
        assertThat(typing.cell("abc", SHIFT_LEFT, SHIFT_LEFT, LEFT, "x", ENTER)).isEqualTo("axbc");
        assertThat(typing.cell("abc", HOME, SHIFT_RIGHT, SHIFT_RIGHT, RIGHT, "x", ENTER))
                .isEqualTo("abxc");
        assertThat(typing.cell("abc", SHIFT_HOME, CTRL_E, "x", BACKSPACE, ENTER))
                .isEqualTo("abc");
        assertThat(typing.cell("abc", SHIFT_HOME, ENTER)).isEqualTo("abc");
        assertThat(typing.cell("abc", SHIFT_LEFT, SHIFT_RIGHT, BACKSPACE, ENTER))
                .isEqualTo("ab");
    }

    @Test
    void linesAreSelectedUpAndDown() throws IOException {
        String lines = pasted("{\n1;\n2;\n}");
        assertThat(typing.cell(lines, UP, SHIFT_UP, "x", DOWN, ENTER)).isEqualTo("{\n1x;\n}");
        assertThat(typing.cell(lines, SHIFT_UP, SHIFT_UP, SHIFT_UP, SHIFT_UP, "x", ENTER))
                .isEqualTo("x");
        assertThat(typing.cell(pasted("a;\nb;"), UP, HOME, SHIFT_DOWN, SHIFT_DOWN, "x", ENTER))
                .isEqualTo("x");
    }

    @Test
    void tabAndShiftTabMoveTheLinesThatAreSelected() throws IOException {
        String lines = pasted("{\n1;\n\n  2;\n}");
        assertThat(typing.cell(lines, UP, SHIFT_UP, SHIFT_UP, TAB, TAB, DOWN, ENTER))
                .isEqualTo("{\n        1;\n\n          2;\n}");
        assertThat(typing.cell(lines, UP, SHIFT_UP, SHIFT_UP, TAB, TAB, SHIFT_TAB, DOWN, ENTER))
                .isEqualTo("{\n    1;\n\n      2;\n}");
        assertThat(typing.cell(lines, UP, SHIFT_UP, SHIFT_UP, SHIFT_TAB, SHIFT_TAB, DOWN, ENTER))
                .isEqualTo("{\n1;\n\n2;\n}");
        assertThat(typing.cell(lines, UP, HOME, SHIFT_UP, SHIFT_UP, TAB, UNDO, END, DOWN, DOWN, DOWN, ENTER))
                .isEqualTo("{\n1;\n\n  2;\n}");
    }
}
