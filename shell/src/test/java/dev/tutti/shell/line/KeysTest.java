package dev.tutti.shell.line;

import static dev.tutti.shell.line.Typing.ENTER;
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
}
