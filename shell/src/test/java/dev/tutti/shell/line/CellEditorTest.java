package dev.tutti.shell.line;

import static dev.tutti.shell.line.Typing.ALT_ENTER;
import static dev.tutti.shell.line.Typing.CTRL_C;
import static dev.tutti.shell.line.Typing.CTRL_D;
import static dev.tutti.shell.line.Typing.CTRL_G;
import static dev.tutti.shell.line.Typing.CTRL_R;
import static dev.tutti.shell.line.Typing.DOWN;
import static dev.tutti.shell.line.Typing.END;
import static dev.tutti.shell.line.Typing.ENTER;
import static dev.tutti.shell.line.Typing.HOME;
import static dev.tutti.shell.line.Typing.LEFT;
import static dev.tutti.shell.line.Typing.RIGHT;
import static dev.tutti.shell.line.Typing.TAB;
import static dev.tutti.shell.line.Typing.UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellEditorTest {

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
    void enterRunsACompleteLine() throws IOException {
        assertThat(typing.cell("int x = 1;", ENTER)).isEqualTo("int x = 1;");
    }

    @Test
    void aCompleteLineRunsWhereverTheCursorIs() throws IOException {
        assertThat(typing.cell("f(1)", HOME, ENTER)).isEqualTo("f(1)");
    }

    @Test
    void openBracketsGoOnInIndentedLinesAndClosingOnesGoBack() throws IOException {
        assertThat(typing.cell("class A {", ENTER, "int f() {", ENTER, "return 1;", ENTER, "}", ENTER, "}", ENTER))
                .isEqualTo("class A {\n    int f() {\n        return 1;\n    }\n}");
    }

    @Test
    void enterInsideACellOfSeveralLinesBeginsANewLine() throws IOException {
        assertThat(typing.cell("{", ENTER, "a;", ENTER, "}", UP, END, ENTER, "b;", DOWN, ENTER))
                .isEqualTo("{\n    a;\n    b;\n}");
    }

    @Test
    void altEnterBeginsANewLineInACompleteCell() throws IOException {
        assertThat(typing.cell("int x = 1;", ALT_ENTER, "x", ENTER)).isEqualTo("int x = 1;\nx");
    }

    @Test
    void anInvalidCellRunsSoThatItsErrorIsShown() throws IOException {
        assertThat(typing.cell("a ][ (", ENTER)).isEqualTo("a ][ (");
    }

    @Test
    void aCellMagicTakesLinesUntilABlankOne() throws IOException {
        assertThat(typing.cell("%%px", ENTER, "rank()", ENTER, "size()", ENTER, ENTER))
                .isEqualTo("%%px\nrank()\nsize()");
    }

    @Test
    void aBlankLineInsideOpenBracketsDoesNotEndACellMagicButTwoDo() throws IOException {
        assertThat(typing.cell("%%px", ENTER, "f(", ENTER, ENTER, ENTER)).isEqualTo("%%px\nf(");
    }

    @Test
    void enterOnNothingAndCtrlCDropWhatIsTyped() throws IOException {
        assertThat(typing.press("  ", ENTER)).isEqualTo(new ReadResult.Cleared());
        assertThat(typing.press("class A {", ENTER, CTRL_C)).isEqualTo(new ReadResult.Cleared());
        assertThat(typing.written()).contains("^C");
        assertThat(typing.cell("x", ENTER)).isEqualTo("x");
    }

    @Test
    void ctrlDLeavesOnlyWhenNothingIsTyped() throws IOException {
        assertThat(typing.cell("ab", LEFT, CTRL_D, ENTER)).isEqualTo("a");
        assertThat(typing.press(CTRL_D)).isEqualTo(new ReadResult.EndOfInput());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "pr\t",
                "pr\t\t",
                "println(\t",
                "println(\t\t",
                "\022",
                "\022in",
                "\033[200~never ends"
            })
    void aTerminalThatGoesAwayEndsTheInputWhateverIsShown(String pressed) throws IOException {
        typing.cell("int a = 1;", ENTER);
        assertThat(typing.pressAndHangUp(pressed)).isEqualTo(new ReadResult.EndOfInput());
    }

    @Test
    void upFindsCellsThatBeginLikeTheTextBeforeTheCursor() throws IOException {
        typing.cell("int a = 1;", ENTER);
        typing.cell("String s;", ENTER);
        assertThat(typing.cell("in", UP, ENTER)).isEqualTo("int a = 1;");
        assertThat(typing.cell("x", UP, "y", ENTER)).isEqualTo("xy");
        assertThat(typing.cell("q", HOME, UP, UP, UP, DOWN, ENTER)).isEqualTo("int a = 1;");
    }

    @Test
    void downAfterTheNewestGivesBackWhatHadBeenTyped() throws IOException {
        typing.cell("int a = 1;", ENTER);
        assertThat(typing.cell("in", UP, DOWN, "k", ENTER)).isEqualTo("ink");
    }

    @Test
    void upRecallsAWholeCellAndMovesInIt() throws IOException {
        typing.cell("{", ENTER, "a;", ENTER, "}", ENTER);
        assertThat(typing.cell(UP, UP, END, " b;", DOWN, ENTER)).isEqualTo("{\n    a; b;\n}");
    }

    @Test
    void ctrlRFindsACellByAnyOfItsLinesAndEnterRunsIt() throws IOException {
        typing.cell("class A {", ENTER, "int f() { return 7; }", ENTER, "}", ENTER);
        typing.cell("x", ENTER);
        assertThat(typing.cell(CTRL_R, "return 7", ENTER)).isEqualTo("class A {\n    int f() { return 7; }\n}");
    }

    @Test
    void ctrlRTakesBracketsIntoTheSearch() throws IOException {
        typing.cell("f(1)", ENTER);
        typing.cell("f(2)", ENTER);
        assertThat(typing.cell(CTRL_R, "1)", ENTER)).isEqualTo("f(1)");
    }

    @Test
    void theSuggestionIsTakenWholeByRightOrEndAndByWordsWithAltF() throws IOException {
        typing.cell("alpha.beta(gamma)", ENTER);
        assertThat(typing.cell("al", RIGHT, ENTER)).isEqualTo("alpha.beta(gamma)");
        assertThat(typing.cell("al", END, ENTER)).isEqualTo("alpha.beta(gamma)");
        assertThat(typing.cell("al", "\033f", "\033f", ENTER)).isEqualTo("alpha.beta");
    }

    @Test
    void withoutSuggestionsRightTakesNothing() throws IOException {
        try (Typing plain = Typing.withoutSuggestions(folder)) {
            plain.cell("alpha", ENTER);
            assertThat(plain.cell("al", RIGHT, ENTER)).isEqualTo("al");
        }
    }

    @Test
    void aPasteStaysOneCellWithoutPromptsAndWithItsOwnIndentation() throws IOException {
        String transcript = "In [1]: for (;;) {\r   ...:   f();\r   ...: }\r";
        assertThat(typing.cell(Typing.pasted(transcript), ENTER)).isEqualTo("for (;;) {\n  f();\n}");
    }

    @Test
    void aPasteOfCompleteLinesWaitsForEnter() throws IOException {
        assertThat(typing.cell(Typing.pasted("int a = 1;\nint b = 2;\n"), " // both", ENTER))
                .isEqualTo("int a = 1;\nint b = 2; // both");
    }

    @Test
    void aPasteOfAMegabyteIsOneCell() throws IOException {
        String line = "int variable = compute(1, \"text\");\n";
        String text = line.repeat(1_000_000 / line.length());
        assertThat(typing.cell(Typing.pasted(text), "x", ENTER)).hasSize(text.length());
    }

    @Test
    void charactersOutsideTheBasicPlaneAreEditedWhole() throws IOException {
        assertThat(typing.cell("f(\"😀😀\")", LEFT, LEFT, "\177", "!", HOME, "g", ENTER))
                .isEqualTo("gf(\"😀!\")");
        assertThat(typing.cell("\"😀\", pr", TAB, TAB, ENTER, ENTER, ")", ENTER))
                .isEqualTo("\"😀\", println(\n)");
    }

    @Test
    void tabIndentsBeforeTextAndCompletesBehindIt() throws IOException {
        assertThat(typing.cell(TAB, "ran", TAB, ENTER)).isEqualTo("    rank()");
    }

    @Test
    void tabInsertsWhatAllCandidatesBeginWithAndThenChooses() throws IOException {
        assertThat(typing.cell("Str", TAB, "B", TAB, ENTER)).isEqualTo("StringBuilder");
        assertThat(typing.cell("pr", TAB, TAB, TAB, ENTER, "1)", ENTER)).isEqualTo("printf(1)");
        assertThat(typing.written()).contains("void println(String x)").contains("1 more");
    }

    @Test
    void aTypeThatIsNotImportedBringsItsImport() throws IOException {
        assertThat(typing.cell("new Dec", TAB, "()", ENTER)).isEqualTo("import java.text.Decimal;\nnew Decimal()");
        assertThat(typing.cell("%px new Dec", TAB, "()", ENTER))
                .isEqualTo("import java.text.Decimal;\n%px new Decimal()");
    }

    @Test
    void ctrlGInTheMenuPutsBackWhatWasTyped() throws IOException {
        assertThat(typing.cell("prin", TAB, TAB, CTRL_G, "x", ENTER)).isEqualTo("printx");
    }

    @Test
    void ctrlCInTheMenuDropsTheLine() throws IOException {
        assertThat(typing.press("pr", TAB, TAB, CTRL_C)).isEqualTo(new ReadResult.Cleared());
    }

    @Test
    void tabInsideACallShowsSignaturesAndThenTheDocumentation() throws IOException {
        assertThat(typing.cell("println(", TAB, TAB, "1)", ENTER)).isEqualTo("println(1)");
        assertThat(typing.written())
                .contains("Tab: documentation")
                .contains("greeting")
                .contains("terminates the line");
    }

    @Test
    void everythingButCompletionWorksBeforeTheKernelIsReady() throws IOException {
        try (Typing cold = Typing.withoutKernel(folder)) {
            assertThat(cold.cell("class A {", TAB, ENTER, "}", ENTER)).isEqualTo("class A {\n}");
            assertThat(cold.written()).contains("still starting");
        }
    }

    @Test
    void anOfferedTextStandsAtTheNextPromptOnly() throws IOException {
        typing.editor().offer("int y = 2;");
        assertThat(typing.cell(" // changed", ENTER)).isEqualTo("int y = 2; // changed");
        assertThat(typing.cell("z", ENTER)).isEqualTo("z");
    }

    @Test
    void theHistoryHoldsWholeCellsButNoRepetitionAndNoneThatBeginWithABlank() throws IOException {
        typing.cell("{", ENTER, "}", ENTER);
        typing.cell("a", ENTER);
        typing.cell("a", ENTER);
        typing.cell(" secret", ENTER);
        assertThat(typing.editor().history()).containsExactly("{\n}", "a");
        try (Typing later = Typing.at(folder)) {
            assertThat(later.editor().history()).containsExactly("{\n}", "a");
        }
    }

    @Test
    void exclamationMarksAndBackslashesAreOrdinaryText() throws IOException {
        typing.cell("a", ENTER);
        assertThat(typing.cell("boolean b = !!done; // \\n !1", ENTER)).isEqualTo("boolean b = !!done; // \\n !1");
    }

    @Test
    void viKeysEditWhereTheyAreSet() throws IOException {
        try (Typing vi = Typing.with(folder, "editor.mode", "vi")) {
            assertThat(vi.cell("xabc", "\033", "0x", Typing.ENTER)).isEqualTo("abc");
        }
    }

    @Test
    void viMovesThroughTheLinesOfACell() throws IOException {
        try (Typing vi = Typing.with(folder, "editor.mode", "vi")) {
            String cell = vi.cell(
                    "{",
                    Typing.ENTER,
                    "a();",
                    "\033",
                    "k",
                    "i/**/",
                    Typing.DOWN,
                    Typing.END,
                    Typing.ENTER,
                    "}",
                    Typing.ENTER);
            assertThat(cell.lines().findFirst().orElseThrow()).contains("/**/");
        }
    }

    @Test
    void bracketsComeInPairsWhereThatIsSet() throws IOException {
        try (Typing paired = Typing.with(folder, "editor.autopair", "on")) {
            assertThat(paired.cell("f(\"x", Typing.ENTER)).isEqualTo("f(\"x\")");
            assertThat(paired.cell("f(x)", Typing.ENTER)).isEqualTo("f(x)");
            assertThat(paired.cell("f(\177\177g", Typing.ENTER)).isEqualTo("g");
        }
    }

    @Test
    void aKeysFileBindsFurtherKeys() throws IOException {
        Path keys = Files.writeString(folder.resolve("keys"), "\"\\C-x\\C-h\": \"hello\"\n");
        try (Typing bound = Typing.with(folder, "editor.keys", keys.toString())) {
            assertThat(bound.cell("\030\010", Typing.ENTER)).isEqualTo("hello");
        }
    }
}
