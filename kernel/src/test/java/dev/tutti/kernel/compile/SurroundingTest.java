package dev.tutti.kernel.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.CellNumber;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An expression with something around it is compiled as one, and errors stand where the user typed. */
final class SurroundingTest {

    private static final Surrounding CALL = new Surrounding("java.util.Objects.requireNonNull((Runnable) ", ")");

    private final Session session = new Session("java.util.*");
    private int number = 10;

    @AfterEach
    void close() {
        session.close();
    }

    private Compilation compile(String cell, Surrounding around) {
        int start = cell.indexOf('|') + 1;
        JavaStep step = new JavaStep(cell, start, cell.length(), OptionalInt.empty(), around);
        return session.compiler().compile(new CellNumber(++number), List.of(step));
    }

    private Object run(String cell, Surrounding around) throws Throwable {
        Compilation compilation = compile(cell, around);
        assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
        CompiledCell compiled = ((Compilation.Compiled) compilation).cell();
        session.compiler().commit(compiled);
        return session.local().run(compiled).orElse(null);
    }

    @Test
    void aLambdaGetsItsTypeFromWhatStandsAroundIt() throws Throwable {
        assertThat(run("%x |() -> { int a = 1; a++; }", CALL)).isInstanceOf(Runnable.class);
        assertThat(run("%x |() -> {} ;; // what it does", CALL)).isInstanceOf(Runnable.class);
        session.run("Runnable r = () -> {};");
        assertThat(run("%x |r", CALL)).isSameAs(session.value("r"));
    }

    @Test
    void aValueGetsAName() throws Throwable {
        run("%x |6 * 7", new Surrounding("var answer = (", ");"));
        assertThat(session.value("answer")).isEqualTo(42);
    }

    @Test
    void resultsMeanWhatTheyAlwaysMean() throws Throwable {
        session.run("20 + 1");
        assertThat(run("%x |_1 * 2", new Surrounding("String.valueOf(", ")"))).isEqualTo("42");
        assertThat(run("%x |Out[1]", new Surrounding("String.valueOf((Object) ", ")")))
                .isEqualTo("21");
    }

    @Test
    void errorsStandWhereTheyWereTyped() {
        String cell = "%x |() -> nope(1)";
        Diagnostic diagnostic =
                ((Compilation.Rejected) compile(cell, CALL)).diagnostics().getFirst();
        assertThat(diagnostic.message()).contains("nope");
        assertThat(cell.substring(diagnostic.start(), diagnostic.end())).startsWith("nope");
        String number = "%x |5";
        Diagnostic wrong =
                ((Compilation.Rejected) compile(number, CALL)).diagnostics().getFirst();
        assertThat(wrong.start()).isBetween(4, 5);
        assertThat(wrong.end()).isBetween(4, 5);
    }
}
