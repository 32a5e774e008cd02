package dev.tutti.kernel.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A cell that is only typed is compiled to tell its errors, and leaves nothing. */
final class CheckTest {

    private final Session session = new Session("java.util.*");

    @AfterEach
    void close() {
        session.close();
    }

    private List<Diagnostic> check(String java) throws Throwable {
        String before = session.picture();
        List<Diagnostic> found = session.check(java);
        assertThat(session.picture()).as(java).isEqualTo(before);
        return found;
    }

    @Test
    void anErrorIsToldWithItsPlace() throws Throwable {
        String cell = "int k = 1; k + nope";
        assertThat(check(cell)).singleElement().satisfies(error -> {
            assertThat(error.severity()).isEqualTo(Diagnostic.Severity.ERROR);
            assertThat(cell.substring(error.start(), error.end())).isEqualTo("nope");
        });
    }

    @Test
    void whatCompilesLeavesNothingEither() throws Throwable {
        session.run("int k = 41; int next() { return k + 1; }");
        assertThat(check("String k = \"a\"; class A {} int next() { return 0; } k + new A()"))
                .allMatch(diagnostic -> diagnostic.severity() == Diagnostic.Severity.NOTE);
        assertThat(session.run("next()")).isEqualTo(42);
    }

    @Test
    void aCheckedCellRunsAsIfItHadNotBeenChecked() throws Throwable {
        check("record P(int x) {} var p = new P(3);");
        session.run("record P(int x) {} var p = new P(4);");
        check("record P(int x, int y) {}");
        assertThat(session.run("p.x()")).isEqualTo(4);
    }

    @Test
    void theSameCellIsNotCompiledAgain() throws Throwable {
        check("int k = 6 * 7;");
        int generated = generatedClasses();
        session.run("int k = 6 * 7;");
        assertThat(generatedClasses()).isEqualTo(generated);
        assertThat(session.value("k")).isEqualTo(42);
    }

    @Test
    void ofACellThatIsTypedOnNothingIsLeft() throws Throwable {
        session.run("String k = \"a\";");
        check("int k = 1;");
        check("int k = 12;");
        assertThat(session.run("k.length()")).isEqualTo(1);
    }

    @Test
    void aCellOfAnotherNumberIsCompiledAnew() throws Throwable {
        check("1 + 1");
        session.rejected("nope");
        assertThat(session.run("1 + 1")).isEqualTo(2);
        assertThat(session.compile("_" + session.number()).steps()).hasSize(1);
    }

    @Test
    void completionSeesNothingOfACellThatIsOnlyTyped() throws Throwable {
        check("int freshlyTyped = 1;");
        assertThat(session.compiler()
                        .analysis()
                        .complete("freshly", 7, Duration.ofSeconds(30))
                        .candidates())
                .isEmpty();
        assertThat(session.run("int freshlyTyped = 1; freshlyTyped")).isEqualTo(1);
    }

    @Test
    void whatIsDroppedBetweenTypingAndEnterIsGone() throws Throwable {
        session.run("int k = 1;");
        check("k + 1");
        session.compiler().drop(declaration -> declaration.name().equals("k"));
        assertThat(session.rejected("k + 1")).isNotEmpty();
    }

    private int generatedClasses() {
        return session.compiler().generatedClasses();
    }
}
