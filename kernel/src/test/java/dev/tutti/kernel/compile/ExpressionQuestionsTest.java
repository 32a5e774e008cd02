package dev.tutti.kernel.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.kernel.compile.Introduction.Impossible;
import dev.tutti.kernel.compile.Introduction.Introduced;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions at a bar in a cell: where they are, their types, and what becomes of the cell when they get a name. */
final class ExpressionQuestionsTest {

    private static AnalysedSession session;

    @BeforeAll
    static void openSession() {
        session = new AnalysedSession();
    }

    @AfterAll
    static void closeSession() {
        session.close();
    }

    private record At(CodeInCell code, int cursor) {

        static At bar(String textWithBar) {
            int cursor = textWithBar.indexOf('|');
            String cell = textWithBar.substring(0, cursor) + textWithBar.substring(cursor + 1);
            return new At(new CodeInCell(cell, cell, 0, cell.length()), cursor);
        }

        List<Expression> expressions() {
            return session.analysis.expressions().at(code, cursor, AnalysedSession.LONG);
        }

        List<String> texts() {
            return expressions().stream().map(found -> found.in(code.cell())).toList();
        }

        String type() {
            return session.analysis
                    .expressions()
                    .type(code, expressions().getFirst(), AnalysedSession.LONG)
                    .map(ExpressionType::text)
                    .orElse("");
        }

        Introduction variable() {
            return session.analysis.expressions().variable(code, expressions().getFirst(), AnalysedSession.LONG);
        }

        Introduction method() {
            return session.analysis.expressions().method(code, AnalysedSession.LONG);
        }
    }

    private static List<String> expressions(String textWithBar) {
        return At.bar(textWithBar).texts();
    }

    private static String type(String textWithBar) {
        return At.bar(textWithBar).type();
    }

    private static String text(Introduction introduction) {
        return switch (introduction) {
            case Introduced introduced -> {
                introduced
                        .places()
                        .forEach(place ->
                                assertThat(introduced.cell().substring(place)).startsWith(introduced.name()));
                yield introduced.cell();
            }
            case Impossible(var why) -> why;
        };
    }

    private static String variable(String textWithBar) {
        return text(At.bar(textWithBar).variable());
    }

    private static String method(String textWithBar) {
        return text(At.bar(textWithBar).method());
    }

    @Test
    void whatEndsAtTheCursorIsMeantFirstThenWhatIsAroundIt() {
        assertThat(expressions("1 + 2 * 3|")).containsExactly("1 + 2 * 3");
        assertThat(expressions("words.get(0).length() + 1|")).containsExactly("words.get(0).length() + 1");
        assertThat(expressions("words.get(0)|.length() + 1"))
                .containsExactly("words.get(0)", "words.get(0).length()", "words.get(0).length() + 1");
        assertThat(expressions("square(max(1|, 2))")).containsExactly("1", "max(1, 2)", "square(max(1, 2))");
    }

    @Test
    void inTheMiddleOfANameTheExpressionThatItEndsIsMeant() {
        assertThat(expressions("words.ge|t(0).length()")).containsExactly("words.get(0)", "words.get(0).length()");
        assertThat(expressions("wo|rds.get(0)")).containsExactly("words", "words.get(0)");
    }

    @Test
    void blanksAndASemicolonBehindItDoNotMatter() {
        assertThat(expressions("words.size();  |")).containsExactly("words.size()");
    }

    @Test
    void assignmentsAndIncrementsAreMeantLast() {
        assertThat(expressions("point = new Point(1, \"\")|"))
                .containsExactly("new Point(1, \"\")", "point = new Point(1, \"\")");
        assertThat(expressions("int x = 3; x++|")).containsExactly("x++");
    }

    @Test
    void namesOfTypesAndMethodsAreNone() {
        assertThat(expressions("Str|ing s = null;")).isEmpty();
        assertThat(expressions("new ArrayLi|st<String>()")).containsExactly("new ArrayList<String>()");
        assertThat(expressions("|")).isEmpty();
    }

    @Test
    void whatIsNotWholeIsNone() {
        assertThat(expressions("square(max(1, 2)|")).containsExactly("max(1, 2)");
        assertThat(expressions("words.|")).isEmpty();
        assertThat(expressions("int f() { return words.size()|")).containsExactly("words.size()");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
        words.stream().map(w -> w.length())| @ Stream<Integer>
        words.stream().map(w -> w.length()|) @ int
        words.stream().map(w -> square(1 + w.length()|)) @ int
        words.forEach(w -> System.out.println(w|)) @ String
        1 + 2L| @ long
        5| @ int
        "a"| @ String
        point| @ Point
        point.name()| @ String
        new int[3]| @ int[]
        int x = square(2)| @ int
        int a = 3; a + 1.5| @ double
        boolean b = !words.isEmpty()| @ boolean
        java.time.LocalDate.now()| @ LocalDate
        new HashMap<String, List<Integer>>().entrySet()| @ Set<Map.Entry<String, List<Integer>>>
        System.out.println(1)| @ void
        """)
    void anExpressionHasAType(String textWithBar, String type) {
        assertThat(type(textWithBar)).isEqualTo(type);
    }

    @Test
    void aLambdaIsNoneByItself() {
        assertThat(expressions("Runnable r = () -> {}|")).isEmpty();
    }

    @Test
    void whatDoesNotCompileHasNoType() {
        assertThat(type("nobody.knows()|")).isEmpty();
    }

    @Test
    void aTypeThatIsNotImportedComesWithItsImport() {
        At at = At.bar("java.time.LocalDate.now()|");
        assertThat(session.analysis
                        .expressions()
                        .type(at.code(), at.expressions().getFirst(), AnalysedSession.LONG))
                .map(ExpressionType::imports)
                .contains(List.of("java.time.LocalDate"));
    }

    @Test
    void aStatementThatIsAnExpressionBecomesADeclaration() {
        assertThat(variable("words.stream().toList()|")).isEqualTo("List<String> list = words.stream().toList()");
        assertThat(variable("point.name();|")).isEqualTo("String name = point.name();");
        assertThat(variable("1 + 2|")).isEqualTo("int number = 1 + 2");
        assertThat(variable("new HashMap<String, Integer>()|"))
                .isEqualTo("HashMap<String, Integer> hashMap = new HashMap<String, Integer>()");
    }

    @Test
    void aPartOfAStatementIsDeclaredInFrontOfIt() {
        assertThat(variable("int a = 1;\nint b = square(words.size()|) + a;"))
                .isEqualTo("int a = 1;\nint size = words.size();\nint b = square(size) + a;");
        assertThat(variable("for (var w : words) {\n    System.out.println(w.trim()|);\n}"))
                .isEqualTo("for (var w : words) {\n    String trim = w.trim();\n    System.out.println(trim);\n}");
        assertThat(variable("int a = 1; int b = square(a + 1|);"))
                .isEqualTo("int a = 1; int number = a + 1; int b = square(number);");
    }

    @Test
    void aNameThatIsTakenIsNotProposed() {
        assertThat(variable("int size = 3; square(words.size()|)"))
                .isEqualTo("int size = 3; int size2 = words.size(); square(size2)");
    }

    @Test
    void whereTheValueWouldBeAnotherNoVariableIsMade() {
        assertThat(variable("words.forEach(w -> System.out.println(w.trim()|))"))
                .startsWith("w is declared within this statement");
        assertThat(variable("while (words.isEmpty()|) {}")).startsWith("The loop computes this anew");
        assertThat(variable("if (true) System.out.println(words.size()|);")).startsWith("The statement is a branch");
        assertThat(variable("System.out.println()|")).startsWith("This gives no value");
        assertThat(variable("class A { int n = words.size()|; }")).startsWith("This belongs to a field");
    }

    @Test
    void anExpressionBecomesWhatAMethodReturns() {
        assertThat(method("words.size() + 1|")).isEqualTo("int number() {\n    return words.size() + 1;\n}");
        assertThat(method("int a = 3;\nsquare(a)|"))
                .isEqualTo("int square2() {\n    int a = 3;\n    return square(a);\n}");
    }

    @Test
    void statementsBecomeTheBodyOfAMethod() {
        assertThat(method("for (var w : words) {\n    System.out.println(w);\n}|"))
                .isEqualTo("void run() {\n    for (var w : words) {\n        System.out.println(w);\n    }\n}");
        assertThat(method("System.out.println(1)|")).isEqualTo("void run() {\n    System.out.println(1);\n}");
        assertThat(method("int f() { return 1; }|")).startsWith("A method is made of statements");
    }
}
