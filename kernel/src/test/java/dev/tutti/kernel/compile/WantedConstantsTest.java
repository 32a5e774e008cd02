package dev.tutti.kernel.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.CellNumber;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Completion at a bar where an enum is wanted. */
final class WantedConstantsTest {

    private static AnalysedSession session;

    @BeforeAll
    static void openSession() {
        session = new AnalysedSession();
        String colour = "enum Colour { RED, GREEN; static int count = 2; }";
        session.jshell.eval(colour);
        session.declarations.add(
                new Declaration(Declaration.Kind.TYPE, "Colour", "enum Colour", colour, new CellNumber(9)));
        session.jshell.eval("Colour best = Colour.RED;");
        session.jshell.eval("void paint(int times, Colour colour) {}");
        session.jshell.eval("import java.math.RoundingMode;");
        session.jshell.eval("import java.math.BigDecimal;");
    }

    @AfterAll
    static void closeSession() {
        session.close();
    }

    private static List<String> constants(String textWithBar) {
        return session.complete(textWithBar).candidates().stream()
                .takeWhile(candidate -> candidate.kind() == Candidate.Kind.CONSTANT)
                .map(Candidate::text)
                .toList();
    }

    @Test
    void anArgumentOffersTheConstantsOfItsTypeFirst() {
        assertThat(constants("paint(1, |")).containsExactly("Colour.RED", "Colour.GREEN");
        assertThat(constants("paint(|")).isEmpty();
        assertThat(constants("BigDecimal.ONE.setScale(2, |")).hasSize(8).contains("RoundingMode.HALF_EVEN");
        assertThat(constants("BigDecimal.ONE.setScale(2, HALF_E|")).containsExactly("RoundingMode.HALF_EVEN");
        assertThat(constants("BigDecimal.ONE.setScale(2, Roun|")).hasSize(8);
    }

    @Test
    void whatIsNotImportedComesWithItsImport() {
        assertThat(session.complete("new java.util.concurrent.SynchronousQueue<String>().poll(1, SEC|")
                        .candidates())
                .contains(new Candidate(
                        "TimeUnit.SECONDS",
                        Candidate.Kind.CONSTANT,
                        "TimeUnit",
                        true,
                        "java.util.concurrent.TimeUnit"));
    }

    @Test
    void assignmentsAndComparisonsOfferThem() {
        assertThat(constants("Colour mine = |")).containsExactly("Colour.RED", "Colour.GREEN");
        assertThat(constants("best = |")).containsExactly("Colour.RED", "Colour.GREEN");
        assertThat(constants("best == G|")).containsExactly("Colour.GREEN");
        assertThat(constants("Thread.State state = |")).isEmpty();
    }

    @Test
    void behindCaseTheyStandByThemselves() {
        assertThat(constants("switch (best) { case |")).containsExactly("RED", "GREEN");
        assertThat(constants("switch (RoundingMode.valueOf(\"UP\")) { case UP -> {} case HALF_E|"))
                .containsExactly("HALF_EVEN");
        assertThat(constants("switch (words) { case |")).isEmpty();
    }
}
