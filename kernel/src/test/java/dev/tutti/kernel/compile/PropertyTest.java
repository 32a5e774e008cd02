package dev.tutti.kernel.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random cells that declare, redeclare, assign and fail, at two places of which one sees only some of them. A failing cell
 * must change nothing: not a name, not a type, not a wrapper, not a value at any place. A cell that compiles must keep all
 * that it does not announce as lost.
 */
final class PropertyTest {

    private static final int CELLS = 60;
    private static final String[] NAMES = {"a", "b", "c"};
    private static final String[] TYPES = {"P", "Q"};

    private Random random;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 10, 14, 23, 24})
    void aFailingCellLeavesNoTrace(long seed) throws Throwable {
        random = new Random(seed);
        List<String> history = new ArrayList<>();
        try (Session session = new Session("java.util.*", "java.util.function.*")) {
            Place other = session.addPlace();
            for (int i = 0; i < CELLS; i++) {
                String cell = cell();
                history.add(cell);
                String before = session.picture();
                Compilation compilation = session.attempt(cell);
                if (!(compilation instanceof Compilation.Compiled compiled)) {
                    assertThat(session.picture()).as(String.join("\n", history)).isEqualTo(before);
                    continue;
                }
                if (random.nextInt(5) == 0) {
                    session.compiler().rollback(compiled.cell());
                    assertThat(session.picture())
                            .as("rolled back: " + String.join("\n", history))
                            .isEqualTo(before);
                    continue;
                }
                session.compiler().commit(compiled.cell());
                run(session.local(), compiled.cell(), history);
                if (random.nextBoolean()) {
                    run(other, compiled.cell(), history);
                }
            }
        }
    }

    /** Cells may throw, and may read what is not defined; they may not break the linkage of classes. */
    private static void run(Place place, CompiledCell cell, List<String> history) throws Throwable {
        try {
            place.run(cell);
        } catch (LinkageError e) {
            throw new AssertionError(String.join("\n", history), e);
        } catch (StackOverflowError e) {
            // f and g may call each other for ever
        } catch (RuntimeException e) {
            assertThat(e).as(String.join("\n", history)).isNotInstanceOf(ClassCastException.class);
        }
    }

    private String cell() {
        StringBuilder cell = new StringBuilder();
        int snippets = 1 + random.nextInt(3);
        for (int i = 0; i < snippets; i++) {
            cell.append(snippet()).append('\n');
        }
        if (random.nextInt(3) == 0) {
            cell.append(pick(
                    "nope", "int z = \"s\";", "class {", "a.nope()", "String a = nope;", "int f() { return \"\"; }"));
        }
        return cell.toString();
    }

    private String snippet() {
        String name = pick(NAMES);
        String type = pick(TYPES);
        int number = random.nextInt(4);
        return switch (random.nextInt(16)) {
            case 0 -> "int " + name + " = " + number + ";";
            case 1 -> "String " + name + " = \"s" + number + "\";";
            case 2 ->
                "var " + name + " = " + pick("1", "\"t\"", "List.of(" + number + ")", "2L", "new " + type + "(1)")
                        + ";";
            case 3 -> "record " + type + "(int x) { int y() { return x + " + number + "; } }";
            case 4 -> "record " + type + "(" + pick("int x", "int x, int z", "String s", "List<Q> q") + ") { }";
            case 5 -> "class " + type + " { int x = " + number + "; " + type + "(int x) { this.x = x; } }";
            case 6 -> type + " " + name + " = new " + type + "(" + number + ");";
            case 7 -> "int f() { return " + pick("1", "2", "g()", "a.hashCode()") + "; }";
            case 8 -> "int g() { return " + pick("f() + 1", "5", "new P(1).hashCode()") + "; }";
            case 9 -> "Supplier<Object> " + name + " = () -> " + pick("f()", "1", "b", "\"l\"") + ";";
            case 10 -> name + " = " + pick("7", "null", "new " + type + "(3)") + ";";
            case 11 -> "List<" + type + "> " + name + " = new ArrayList<>();";
            case 12 -> pick("f()", "g()", "a", "String.valueOf(b) + c", "1 + 1");
            case 13 -> "int a = 1, b = " + number + ";";
            case 14 -> "enum " + type + " { X, Y }";
            default -> type + " " + name + ";";
        };
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
