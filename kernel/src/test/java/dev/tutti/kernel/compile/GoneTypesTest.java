package dev.tutti.kernel.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A type that is gone, or never was, leaves documentation and the types of variables as they are. */
final class GoneTypesTest {

    private final Session session = new Session("java.util.*");

    @AfterEach
    void close() {
        session.close();
    }

    private void allIsKnown() throws Throwable {
        String call = "Math.abs(";
        assertThat(session.compiler().analysis().documentation(call, call.length(), false, Duration.ofSeconds(30)))
                .hasSize(4);
        session.run("var xs = new ArrayList<Integer>(List.of(1));");
        assertThat(session.compiler().variables().getLast().type()).isEqualTo("ArrayList<Integer>");
    }

    @Test
    void aTypeThatDoesNotCompile() throws Throwable {
        session.rejected("class Q { int x = \"\"; }");
        allIsKnown();
    }

    @Test
    void aTypeInACellThatFails() throws Throwable {
        session.rejected("record P(int x) {} int n = \"\";");
        allIsKnown();
        session.run("record P(int x) {} int n = new P(3).x();");
        assertThat(session.run("n")).isEqualTo(3);
    }

    @Test
    void aTypeThatIsDropped() throws Throwable {
        session.run("record P(int x) {} P p = new P(1);");
        session.compiler().drop(declaration -> declaration.name().equals("P"));
        allIsKnown();
        assertThat(session.rejected("new P(2)")).isNotEmpty();
        session.run("record P(int y) {} p = new P(2);");
        assertThat(session.run("p.y()")).isEqualTo(2);
    }

    @Test
    void aNameThatIsGoneIsNotOffered() throws Throwable {
        session.rejected("class Quaternion { int x = \"\"; }");
        assertThat(session.compiler()
                        .analysis()
                        .complete("Quatern", 7, Duration.ofSeconds(30))
                        .candidates())
                .isEmpty();
    }
}
