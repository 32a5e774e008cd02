package dev.tutti.kernel.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScriptCellsTest {

    private final ScriptCells scripts =
            new ScriptCells(new KnownMagics(), java -> JavaShape.of(java) != JavaShape.OPEN);

    private static ScriptCell cell(int line, String text) {
        return new ScriptCell(text, line);
    }

    @Test
    void separatorsCutAFileIntoCells() {
        assertThat(scripts.split("#!/usr/bin/env tutti\n"
                        + "int x = 1;\n\n"
                        + "// %% second\n\n"
                        + "int y = 2;\n"
                        + "x + y\n\n"
                        + "// %%\n"
                        + "%%px\n"
                        + "rank()\n"
                        + "// %%\n"))
                .containsExactly(cell(2, "int x = 1;"), cell(6, "int y = 2;\nx + y"), cell(10, "%%px\nrank()"));
    }

    @Test
    void withoutSeparatorsEachSnippetIsACell() {
        assertThat(scripts.split("""
            import java.util.*;
            int f(int a) {
                return a;
            }

            // the answer
            f(42)
            %px rank()
            var y = %sx ls
            !ls
            f?
            "end"
            """))
                .containsExactly(
                        cell(1, "import java.util.*;"),
                        cell(2, "int f(int a) {\n    return a;\n}"),
                        cell(6, "// the answer\nf(42)"),
                        cell(8, "%px rank()"),
                        cell(9, "var y = %sx ls"),
                        cell(10, "!ls"),
                        cell(11, "f?"),
                        cell(12, "\"end\""));
    }

    @Test
    void aCellMagicTakesAllTheRest() {
        assertThat(scripts.split("int x = 1;\n%%px\nint y = 2;\n\n%who\n"))
                .containsExactly(cell(1, "int x = 1;"), cell(2, "%%px\nint y = 2;\n\n%who"));
    }

    @Test
    void whatGoesOnInTheNextLineStaysTogether() {
        assertThat(scripts.split("list.stream()\n"
                        + "    // first\n\n"
                        + "    .map(x -> x)\n"
                        + "    .toList()\n"
                        + "if (x) {\n"
                        + "}\n"
                        + "else {\n"
                        + "}\n"
                        + "1\n"
                        + "+ 2\n"
                        + "-x;\n"
                        + "++y"))
                .containsExactly(
                        cell(1, "list.stream()\n    // first\n\n    .map(x -> x)\n    .toList()"),
                        cell(6, "if (x) {\n}\nelse {\n}"),
                        cell(10, "1\n+ 2\n-x;"),
                        cell(13, "++y"));
    }

    @Test
    void magicLinesGoOnAfterABackslashAndWhileTheirBracketsAreOpen() {
        assertThat(scripts.split("%px for (;;) {\n  f();\n}\n%engines restart \\\n  4\n!ls \\\n -l\n1"))
                .containsExactly(
                        cell(1, "%px for (;;) {\n  f();\n}"),
                        cell(4, "%engines restart \\\n  4"),
                        cell(6, "!ls \\\n -l"),
                        cell(8, "1"));
    }

    @Test
    void textBlocksAndCommentsHideWhatIsInThem() {
        assertThat(scripts.split("var s = \"\"\"\n%px 1\n{\n\"\"\";\n/* a\n%px 2\n*/\n%px 3\n"))
                .containsExactly(cell(1, "var s = \"\"\"\n%px 1\n{\n\"\"\";"), cell(8, "%px 3"));
    }

    @Test
    void whatIsNeverFinishedIsTheLastCell() {
        assertThat(scripts.split("int x = 1;\nf(\n1")).containsExactly(cell(1, "int x = 1;"), cell(2, "f(\n1"));
    }

    @Test
    void emptyScriptsHaveNoCells() {
        assertThat(scripts.split("")).isEmpty();
        assertThat(scripts.split("#!x\n\n// nothing\n")).isEmpty();
        assertThat(scripts.split("// %%\n\n// %% b\n")).isEmpty();
    }

    @Test
    void aReaderGivesOutACellAsSoonAsItIsComplete() {
        CellReader reader = scripts.reader();
        assertThat(reader.line("1 + 1")).containsExactly(cell(1, "1 + 1"));
        assertThat(reader.line("int f() {")).isEmpty();
        assertThat(reader.line("  return 1;")).isEmpty();
        assertThat(reader.line("}")).containsExactly(cell(2, "int f() {\n  return 1;\n}"));
        assertThat(reader.line("")).isEmpty();
        assertThat(reader.line("%px f(")).isEmpty();
        assertThat(reader.line(")")).containsExactly(cell(6, "%px f(\n)"));
        assertThat(reader.line("%%px")).isEmpty();
        assertThat(reader.line("1")).isEmpty();
        assertThat(reader.end()).containsExactly(cell(8, "%%px\n1"));
        assertThat(reader.end()).isEmpty();
    }

    @Test
    void aReaderThatLooksAheadKeepsACompleteSnippetUntilTheNextLineOrAPause() {
        CellReader reader = scripts.readerThatLooksAhead();
        assertThat(reader.line("list.stream()")).isEmpty();
        assertThat(reader.line("// and")).isEmpty();
        assertThat(reader.line("  .toList()")).isEmpty();
        assertThat(reader.line("// next")).isEmpty();
        assertThat(reader.line("1 + 1")).containsExactly(cell(1, "list.stream()\n// and\n  .toList()"));
        assertThat(reader.idle()).containsExactly(cell(4, "// next\n1 + 1"));
        assertThat(reader.idle()).isEmpty();
        assertThat(reader.line("%px 1")).containsExactly(cell(6, "%px 1"));
        assertThat(reader.end()).isEmpty();
    }

    @Test
    void aReaderCutsAtSeparatorsFromTheFirstOneOn() {
        CellReader reader = scripts.reader();
        assertThat(reader.line("// %% a")).isEmpty();
        assertThat(reader.line("1;")).isEmpty();
        assertThat(reader.line("2;")).isEmpty();
        assertThat(reader.line("// %% b")).containsExactly(cell(2, "1;\n2;"));
        assertThat(reader.line("3;")).isEmpty();
        assertThat(reader.end()).containsExactly(cell(5, "3;"));
    }

    @Test
    void aLongScriptIsCutQuickly() {
        StringBuilder text = new StringBuilder("class Big {\n");
        text.append("    int f() { return 1; }\n".repeat(30_000)).append("}\n").append("f(1);\n".repeat(10_000));
        List<ScriptCell> cells = new ArrayList<>(scripts.split(text.toString()));
        assertThat(cells).hasSize(10_001);
        assertThat(cells.getLast().line()).isEqualTo(40_002);
    }
}
