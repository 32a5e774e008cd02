package dev.tutti.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tutti.kernel.compile.Candidate;
import dev.tutti.kernel.compile.Completions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Keys of maps that live in real engines. */
@Timeout(60)
final class KeyCompletionTest {

    private static final Duration PATIENT = Duration.ofSeconds(20);

    private static Kernel kernel;

    @BeforeAll
    static void open() {
        kernel = Kernel.open(Configs.of(1, _ -> {}));
        run("enum Colour { RED, GREEN }");
    }

    @AfterAll
    static void close() {
        kernel.close();
    }

    private static void run(String cell) {
        assertThat(kernel.execute(cell, new HeardCells()).status()).isEqualTo(CellReport.Status.OK);
    }

    private static List<Candidate> keys(String cell) {
        Completions known = kernel.assist().complete(cell, cell.length(), PATIENT);
        return known.candidates().stream()
                .filter(candidate -> candidate.kind() == Candidate.Kind.KEY)
                .toList();
    }

    @Test
    void stringsAreOfferedInQuotesWithTheirValues() {
        run("var ages = Map.of(\"Ada\", 36, \"Al \\\"\", 7, \"Grace\", 85);");
        assertThat(keys("ages.get("))
                .extracting(Candidate::text)
                .containsExactly("\"Ada\"", "\"Al \\\"\"", "\"Grace\"");
        assertThat(keys("ages.get(\"Gr")).containsExactly(new Candidate("\"Grace\"", Candidate.Kind.KEY, "85", true));
        assertThat(keys("ages.get(\"ace")).extracting(Candidate::text).containsExactly("\"Grace\"");
    }

    @Test
    void numbersComeInTheirOrderAndConstantsWithTheirType() {
        run("var byNumber = new HashMap<Long, Colour>(Map.of(10L, Colour.RED, 9L, Colour.GREEN));");
        assertThat(keys("byNumber.get("))
                .extracting(Candidate::text, Candidate::detail)
                .containsExactly(tuple("9L", "Colour.GREEN"), tuple("10L", "Colour.RED"));
        run("var byColour = new EnumMap<Colour, List<Integer>>(Map.of(Colour.GREEN, List.of(), Colour.RED,"
                + " List.of()));");
        assertThat(keys("byColour.remove(C")).extracting(Candidate::text).containsExactly("Colour.RED", "Colour.GREEN");
    }

    @Test
    void theKeysOfAMapInAnotherOneAreOffered() {
        run("var deep = Map.of(\"a b\", Map.of(7, Map.of(\"end\", 1)), \"none\", new TreeMap<>());");
        assertThat(keys("deep.get(\"a b\").get(")).extracting(Candidate::text).containsExactly("7");
        assertThat(keys("deep.get(\"a b\").get(7).get(\"e"))
                .extracting(Candidate::text, Candidate::detail)
                .containsExactly(tuple("\"end\"", "1"));
        assertThat(keys("deep.get(\"none\").get(")).isEmpty();
        assertThat(keys("deep.get(\"other\").get(")).isEmpty();
        assertThat(keys("other.deep.get(\"a b\").get(")).isEmpty();
    }

    @Test
    void theKeysOfAnEngineAreOfferedWhereTheCodeRunsThere() {
        run("%px var there = new TreeMap<>(Map.of(\"b\", rank(), \"a\", 1));");
        assertThat(keys("%px there.get(")).extracting(Candidate::text).containsExactly("\"a\"", "\"b\"");
        assertThat(keys("there.get(")).isEmpty();
    }

    @Test
    void aMapOfTheUsersOwnIsNotCalled() {
        run("""
            boolean called = false;
            class Own extends HashMap<String, String> {
                public Set<Map.Entry<String, String>> entrySet() { called = true; return super.entrySet(); }
            }
            var own = new Own();
            own.put("k", "v");
            """);
        assertThat(keys("own.get(")).isEmpty();
        HeardCells heard = new HeardCells();
        kernel.execute("if (called) throw new AssertionError();", heard);
        assertThat(heard.refusals).isEmpty();
    }

    @Test
    void propertiesOfTheSystemAndVariablesOfTheEnvironmentHaveNames() {
        assertThat(keys("System.getProperty(\"java.ver"))
                .extracting(Candidate::text)
                .contains("\"java.version\"");
        assertThat(keys("System.getenv(\"PAT")).extracting(Candidate::text).contains("\"PATH\"");
    }
}
