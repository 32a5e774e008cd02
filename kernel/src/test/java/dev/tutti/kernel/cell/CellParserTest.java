package dev.tutti.kernel.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CellParserTest {

    private static final Set<String> SESSION = Set.of("done", "list", "isReady");
    private final CellParser parser = new CellParser(new KnownMagics(), SESSION::contains);

    /** The steps in a notation of their own: {@code java[…] magic(name|arguments|body)=x help(…) shell(…)}. */
    private String steps(String cell) throws CellSyntaxException {
        List<Step> steps = parser.steps(cell);
        int at = 0;
        for (Step step : steps) {
            assertThat(step.start()).isGreaterThanOrEqualTo(at);
            assertThat(step.end()).isGreaterThanOrEqualTo(step.start()).isLessThanOrEqualTo(cell.length());
            at = step.end();
        }
        return steps.stream().map(step -> shown(step, cell)).collect(Collectors.joining(" "));
    }

    private static String shown(Step step, String cell) {
        return switch (step) {
            case Step.Java java -> "java[" + cell.substring(java.start(), java.end()) + "]";
            case Step.Help help -> "help(" + help.subject() + ")" + (help.source() ? "source" : "");
            case Step.ShellLine line -> "shell(" + line.command() + ")" + assigned(line.assignTo());
            case Step.Magic magic -> {
                assertOffsetsAreExact(cell, magic);
                assertThat(cell.substring(magic.bodyStart())).startsWith(magic.body());
                yield (magic.cellMagic() ? "cellmagic(" : "magic(") + magic.name() + "|" + magic.arguments()
                        + (magic.cellMagic() ? "|" + magic.body() : "") + ")" + assigned(magic.assignTo());
            }
        };
    }

    /** Each character of the arguments stands in the cell at its place, or is a blank for a continued line's end. */
    private static void assertOffsetsAreExact(String cell, Step.Magic magic) {
        for (int i = 0; i < magic.arguments().length(); i++) {
            char typed = cell.charAt(magic.argumentsStart() + i);
            boolean continuation =
                    "\\\r\n".indexOf(typed) >= 0 && magic.arguments().charAt(i) == ' ';
            assertThat(continuation || magic.arguments().charAt(i) == typed)
                    .as("argument character %d of <%s>", i, cell)
                    .isTrue();
        }
    }

    private static String assigned(String name) {
        return name.isEmpty() ? "" : "=" + name;
    }

    private CellSyntaxException failure(String cell) {
        return catchThrowableOfType(CellSyntaxException.class, () -> parser.steps(cell));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "\n\n", "#!/usr/bin/env tutti", "#!x\n\n", "// only a comment", "/* and\nthis */\n"})
    void emptyCellsHaveNoSteps(String cell) throws CellSyntaxException {
        assertThat(parser.steps(cell)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 + 1",
                "a % b",
                "a %\nb",
                "int y = a\n    % b;",
                "x\n% b",
                "f(\n%px 1\n)",
                "int x =\n%px 1",
                "int f() {\n%px 1\n}",
                "String s = \"\"\"\n%px 1\n!ls\n\"\"\";",
                "/*\n%px 1\n!ls\nx?\n*/ 1",
                "// why?\n1",
                "cond ? a : b",
                "cond ?\na : b",
                "List<?> l = null",
                "x!=y",
                "x\n!=y",
                "x\n != y",
                "boolean y = !done",
                "y = !done",
                "y = !ls",
                "boolean y =\n!done",
                "var y = !done",
                "var y = !done.get()",
                "var y = !list.isEmpty()",
                "var y = !isReady()",
                "var y = !isReady() && done",
                "var y = !(a && b)",
                "var y = !true",
                "var y = !this.x",
                "var y = !!done",
                "var y = !Character.isDigit('x')",
                "boolean b = true;\nvar y = !b;",
                "a\n  && !b",
                "x ? y : z; // ok?",
                "\"is it %px?\"",
                "'%'",
                "x %= 3",
                "100 %7",
                "%",
                "a?b:c",
                "x ?",
            })
    void javaStaysJava(String cell) throws CellSyntaxException {
        assertThat(steps(cell)).isEqualTo("java[" + cell + "]");
    }

    @Test
    void aMagicLineTakesTheRestOfItsLine() throws CellSyntaxException {
        assertThat(steps("%px rank() * 10")).isEqualTo("magic(px|rank() * 10)");
        assertThat(steps("  %who")).isEqualTo("magic(who|)");
        assertThat(steps("%px(1 + 1)")).isEqualTo("magic(px|(1 + 1))");
        assertThat(steps("%engines  restart 4\r\n1")).isEqualTo("magic(engines|restart 4) java[1]");
        assertThat(steps("%px --targets 0-3 -- f(1)")).isEqualTo("magic(px|--targets 0-3 -- f(1))");
    }

    @Test
    void javaAndMagicsAlternate() throws CellSyntaxException {
        assertThat(steps("int x = 1;\n\n%px x\nx + 1\n%who\n"))
                .isEqualTo("java[int x = 1;] magic(px|x) java[x + 1] magic(who|)");
        assertThat(steps("int x = 10\n%who")).isEqualTo("java[int x = 10] magic(who|)");
        assertThat(steps("// a comment\n%who")).isEqualTo("magic(who|)");
        assertThat(steps("for (;;) {\n  f();\n}\n%who")).isEqualTo("java[for (;;) {\n  f();\n}] magic(who|)");
        assertThat(steps("#!/usr/bin/env tutti\n%who\n1")).isEqualTo("magic(who|) java[1]");
    }

    @Test
    void offsetsCountCharactersOfTheCell() throws CellSyntaxException {
        String cell = "int x = 1;\n  %px  x + 1\n x";
        assertThat(parser.steps(cell))
                .containsExactly(
                        new Step.Java(0, 10),
                        new Step.Magic(13, 23, "px", "x + 1", 18, "", 23, false, ""),
                        new Step.Java(25, 26));
    }

    @Test
    void codeOfAMagicGoesOnWhileItsBracketsAreOpen() throws CellSyntaxException {
        assertThat(steps("%px for (int i = 0; i < 3; i++) {\n  f(i);\n}\n1"))
                .isEqualTo("magic(px|for (int i = 0; i < 3; i++) {\n  f(i);\n}) java[1]");
        assertThat(steps("%px f(\"\"\"\n  %who\n  \"\"\")\n1"))
                .isEqualTo("magic(px|f(\"\"\"\n  %who\n  \"\"\")) java[1]");
        assertThat(steps("%px f(1) // {\n1")).isEqualTo("magic(px|f(1) // {) java[1]");
        assertThat(steps("%px f(\n1")).isEqualTo("magic(px|f(\n1)");
        assertThat(steps("%cd a(b\n1")).isEqualTo("magic(cd|a(b) java[1]");
    }

    @Test
    void quotesInAMagicLineDoNotReachTheNextLine() throws CellSyntaxException {
        assertThat(steps("%cd it's /*\n1")).isEqualTo("magic(cd|it's /*) java[1]");
        assertThat(steps("!echo \"/* (\n1")).isEqualTo("shell(echo \"/* () java[1]");
    }

    @Test
    void aBackslashContinuesAMagicLineAndOffsetsStayExact() throws CellSyntaxException {
        assertThat(steps("%engines restart \\\n 4\n1")).isEqualTo("magic(engines|restart    4) java[1]");
        assertThat(steps("%px 1 + \\\n2\n3")).isEqualTo("magic(px|1 +   2) java[3]");
        assertThat(steps("%px 1 \\\r\n+ 2 \\\n + f(\n3)\n4")).isEqualTo("magic(px|1    + 2    + f(\n3)) java[4]");
        assertThat(steps("%px \\")).isEqualTo("magic(px|\\)");
        assertThat(steps("!ls \\\n -l")).isEqualTo("shell(ls    -l)");
        String cell = "%cd a\\\n  b";
        Step.Magic magic = (Step.Magic) parser.steps(cell).getFirst();
        assertThat(cell.charAt(magic.argumentsStart() + magic.arguments().indexOf('b')))
                .isEqualTo('b');
    }

    @Test
    void aCellMagicTakesTheWholeCell() throws CellSyntaxException {
        assertThat(steps("%%px --targets 0-3\nint x = 1;\n%who\n!ls"))
                .isEqualTo("cellmagic(px|--targets 0-3|int x = 1;\n%who\n!ls)");
        assertThat(steps("\n  %%px\n\nx?\n")).isEqualTo("cellmagic(px||\nx?\n)");
        assertThat(steps("%%px")).isEqualTo("cellmagic(px||)");
        assertThat(steps("%%px rank()")).isEqualTo("cellmagic(px|rank()|)");
        assertThat(steps("#!/bin/tutti\n%%writefile a.txt\nit's")).isEqualTo("cellmagic(writefile|a.txt|it's)");
    }

    @Test
    void whatAMagicGivesCanBeAssigned() throws CellSyntaxException {
        assertThat(steps("var y = %sx ls -l")).isEqualTo("magic(sx|ls -l)=y");
        assertThat(steps("int a = 1;\ny = %px f(\n)\ny")).isEqualTo("java[int a = 1;] magic(px|f(\n))=y java[y]");
        assertThat(steps("y=%who")).isEqualTo("magic(who|)=y");
    }

    @Test
    void anExclamationMarkAtTheBeginningOfALineIsForTheSystemsShell() throws CellSyntaxException {
        assertThat(steps("!ls -l | wc")).isEqualTo("shell(ls -l | wc)");
        assertThat(steps("int x = 1;\n!ls\nx")).isEqualTo("java[int x = 1;] shell(ls) java[x]");
        assertThat(steps("var y = !ls -l")).isEqualTo("shell(ls -l)=y");
        assertThat(steps("var y = !git.exe")).isEqualTo("shell(git.exe)=y");
        assertThat(steps("var y = !./run.sh now")).isEqualTo("shell(./run.sh now)=y");
        assertThat(steps("var done2 = !echo done")).isEqualTo("shell(echo done)=done2");
        assertThat(failure("!  ")).hasMessage("There is no command after the exclamation mark.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x? | help(x)",
                "x?? | help(x)source",
                "String.format? | help(String.format)",
                "*Exception*? | help(*Exception*)",
                "%px? | help(%px)",
                "%%px?? | help(%%px)source",
                "list.str*? | help(list.str*)",
                "? | help()",
                "?? | help()source",
                "?(f(1).g()) | help(f(1).g())",
                "??(x) | help(x)source",
                "über? | help(über)"
            })
    void oneLineWithAQuestionMarkIsHelp(String cell, String expected) throws CellSyntaxException {
        assertThat(steps(cell)).isEqualTo(expected);
        assertThat(steps("\n " + cell + " \n")).isEqualTo(expected);
    }

    @Test
    void helpIsOnlyTheWholeCell() throws CellSyntaxException {
        assertThat(steps("int x = 1;\nx?")).isEqualTo("java[int x = 1;\nx?]");
    }

    @Test
    void anUnknownMagicIsAnErrorThatOffersTheNearest() {
        assertThat(failure("%pq 1")).hasMessage("Unknown magic %pq. Did you mean %px? %lsmagic lists all.");
        assertThat(failure("%%pq\n1")).hasMessage("Unknown magic %%pq. Did you mean %%px? %lsmagic lists all.");
        assertThat(failure("%lsmagics"))
                .hasMessage("Unknown magic %lsmagics. Did you mean %lsmagic? %lsmagic lists all.");
        assertThat(failure("%hwo")).hasMessage("Unknown magic %hwo. Did you mean %who? %lsmagic lists all.");
        assertThat(failure("%quark")).hasMessage("Unknown magic %quark. %lsmagic lists all.");
        assertThat(failure("var y = %pq")).hasMessage("Unknown magic %pq. Did you mean %px? %lsmagic lists all.");
        CellSyntaxException failure = failure("1;\n %pq 1");
        assertThat(failure.start()).isEqualTo(4);
        assertThat(failure.end()).isEqualTo(7);
    }

    @Test
    void aMagicInTheWrongFormSaysWhichFormItHas() {
        assertThat(failure("%writefile a"))
                .hasMessage(
                        "%writefile is a cell magic only. Write %%writefile on the first line of a cell of its own.");
        assertThat(failure("%%who")).hasMessage("%%who does not take a whole cell. Write %who.");
        assertThat(failure("1;\n%%px\n2"))
                .hasMessage("%%px must be the first line of its cell. Begin a new cell with it, or write %px for one"
                        + " line.");
    }

    @Test
    void aBetterJudgeOfCompletenessIsAsked() throws CellSyntaxException {
        CellParser strict = new CellParser(
                new KnownMagics(), word -> false, java -> java.stripTrailing().endsWith(";"));
        assertThat(strict.steps("int x = 1\n%px 1")).containsExactly(new Step.Java(0, 15));
        assertThat(strict.steps("int x = 1;\n%px 1")).hasSize(2);
    }

    @Test
    void aLargeCellIsCutInLinearTime() throws CellSyntaxException {
        String cell = "int x = f(1, \"a\");\n%who\n".repeat(40_000);
        assertThat(parser.steps(cell)).hasSize(80_000);
    }

    @Test
    void anyTextIsCutOrRefusedWithASentence() {
        String nasty = "int f() {\n \"\"\"\n%px (\n!ls\nx?\nvar y = !a\n%%px\n'\\ } /* ";
        for (int i = 0; i < nasty.length(); i++) {
            for (int j = i; j <= nasty.length(); j++) {
                String cell = nasty.substring(i, j);
                try {
                    parser.steps(cell);
                } catch (CellSyntaxException refused) {
                    assertThat(refused.getMessage()).endsWith(".");
                    assertThat(refused.end()).isLessThanOrEqualTo(cell.length());
                }
            }
        }
    }
}
