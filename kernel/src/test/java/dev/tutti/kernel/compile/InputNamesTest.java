package dev.tutti.kernel.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The texts of earlier cells as values. */
final class InputNamesTest {

    private final CellTexts texts = new CellTexts();
    private final Session session = new Session(CellCompiler.openQuickly(List.of("java.util.*"), List.of(), texts));

    @AfterEach
    void close() {
        session.close();
    }

    /** Runs a cell as the shell does: its text is known when it is compiled. */
    private Object run(String java) throws Throwable {
        texts.add(session.number() + 1, java);
        return session.run(java);
    }

    private String rejected(String java) {
        texts.add(session.number() + 1, java);
        return session.rejected(java).getFirst().message();
    }

    @Test
    void inIsTheTextOfACell() throws Throwable {
        run("int a = 1;\n// \"two\"\ta\\b");
        assertThat(run("In[1]")).isEqualTo("int a = 1;\n// \"two\"\ta\\b");
        assertThat(run("In[ 1 ].length() + In[2].length()")).isEqualTo(28);
        assertThat(run("int i = 2; In[i] + In[i + 1].length()")).isEqualTo("In[1]33");
        assertThat(run("String f(int i) { return In[i]; } f(2)")).isEqualTo("In[1]");
    }

    @Test
    void inAsAWholeIsAListOfTheCellsBefore() throws Throwable {
        run("1");
        run("\"zwei \u00fc\u4e2d\"");
        assertThat(run("In")).isEqualTo(List.of("", "1", "\"zwei \u00fc\u4e2d\""));
    }

    @Test
    void namesOfInputsCountBack() throws Throwable {
        assertThat(run("_i")).isEqualTo("");
        assertThat(run("_ii + _iii + _i")).isEqualTo("_i");
        assertThat(run("_i + '|' + _ii")).isEqualTo("_ii + _iii + _i|_i");
        assertThat(run("_i1 + _i4.length()")).isEqualTo("_i18");
    }

    @Test
    void whatTheUserDeclaresIsTheUsersOwn() throws Throwable {
        assertThat(run("int _i = 3; _i + 1")).isEqualTo(4);
        assertThat(run("int[] In = {5, 6}; In[1]")).isEqualTo(6);
        assertThat(run("In[0] + _i")).isEqualTo(8);
    }

    @Test
    void aCellThatDoesNotExistIsNamed() throws Throwable {
        run("1");
        assertThat(rejected("1 + In[9].length()"))
                .isEqualTo("There is no text of a cell 9: the cells up to 2 have one.");
        assertThat(rejected("_i0")).isEqualTo("There is no text of a cell 0: cells count from 1.");
        assertThatThrownBy(() -> run("int n = 7; In[n]"))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("In[7] has no text: the cells 1 to 3 were submitted before this code was compiled.");
        texts.clear();
        assertThat(rejected("In[1]")).contains("%reset in has dropped it");
    }

    @Test
    void aLongTextIsWhole() throws Throwable {
        String comment = "// " + "\u4e2d".repeat(70_000) + "\n1";
        run(comment);
        assertThat(run("In[1]")).isEqualTo(comment);
        assertThat(run("In.get(1).length()")).isEqualTo(comment.length());
    }
}
