package dev.tutti.kernel.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What JShell has generated is forgotten when nothing needs it any more. */
final class GeneratedClassesTest {

    @Test
    void whatNothingLiveNeedsIsForgotten() {
        CompilerSession session = new CompilerSession(List.of(), new CellTexts());
        GeneratedClasses classes = GeneratedClasses.of(session.shell()).orElseThrow();
        for (int i = 0; i < 150; i++) {
            session.eval("1 + " + i);
        }
        assertThat(classes.count()).isGreaterThanOrEqualTo(150);
        session.sweep();
        assertThat(classes.count()).isZero();
        session.close();
    }

    @Test
    void whatTheOldOnesAreNeededForGoesOn() throws Throwable {
        try (Session session = new Session("java.util.*", "java.util.function.*")) {
            session.run("record Point(int x) {}");
            session.run("Point p = new Point(7);");
            session.run("interface Shape { int area(); }");
            session.run("class Square implements Shape { public int area() { return 4; } }");
            session.run("Supplier<List<Square>> squares = () -> List.of(new Square());");
            session.run("int twice(int n) { return 2 * n; }");
            session.run("new Point(8)");
            int result = session.number();
            session.run("var kept = _" + result + ";");
            for (int i = 0; i < 120; i++) {
                session.run("twice(" + i + ")");
                session.run("var changing = \"" + i + "\";");
            }
            assertThat(session.run("p.x() + kept.x()")).isEqualTo(15);
            assertThat(session.run("squares.get().getFirst().area()")).isEqualTo(4);
            assertThat(session.run("class Cube extends Square {} new Cube().area()"))
                    .isEqualTo(4);
            assertThat(session.run("_" + (session.number() - 40))).isNotNull();
            session.rejected("int p = nope;");
            assertThat(session.run("p.x() + changing")).isEqualTo("7119");
        }
    }
}
