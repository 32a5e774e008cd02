package dev.tutti.engine.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.RenderLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where values read better as a table. */
class TableTextTest {

    record City(String name, int people, double area) {}

    private static final List<City> CITIES = List.of(
            new City("Berlin", 3_700_000, 891.7), new City("Aachen", 250_000, 160.8), new City("Ulm", 128_000, 118.7));

    private static String text(Object value, int width) {
        return Renderer.render(value, new RenderLimits(width, 24, 10_000)).text();
    }

    @Test
    void recordsOfOneTypeThatDoNotFitOnALineAreATable() {
        assertThat(text(CITIES, 60)).isEqualTo("""
            name       people   area
            "Berlin"  3700000  891.7
            "Aachen"   250000  160.8
            "Ulm"      128000  118.7\
            """);
    }

    @Test
    void whatFitsOnALineStaysOnIt() {
        assertThat(text(CITIES.subList(0, 2), 200))
                .startsWith("[dev.tutti.engine.render.TableTextTest.City[name=\"Berlin\"")
                .doesNotContain("\n");
    }

    @Test
    void anArrayOfRecordsIsATableToo() {
        assertThat(text(CITIES.toArray(), 60)).startsWith("name       people   area\n");
    }

    @Test
    void whatHasNoOrderOfItsOwnIsSorted() {
        Map<String, Object> row = Map.of("c", 3, "a", 1, "d", 4, "b", 2, "e", "long enough for lines of their own");
        assertThat(text(List.of(row, row), 60)).startsWith("a  b  c  d  e");
        Map<String, City> byName =
                Map.of("b", CITIES.get(0), "a", CITIES.get(1), "d", CITIES.get(2), "c", CITIES.get(0));
        RenderLimits asTable = new RenderLimits(60, 24, 10_000).asTable();
        assertThat(Renderer.render(byName, asTable).text().lines().map(line -> line.substring(0, 3)))
                .containsExactly("key", "\"a\"", "\"b\"", "\"c\"", "\"d\"");
    }

    @Test
    void mapsWithTheSameKeysAreATable() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("number", i);
            row.put("square of the number", i * i);
            rows.add(row);
        }
        assertThat(text(rows, 60)).isEqualTo("""
            number  square of the number
                 0                     0
                 1                     1
                 2                     4\
            """);
    }

    @Test
    void differentThingsAreNoTable() {
        assertThat(text(Arrays.asList(CITIES.get(0), null, CITIES.get(1)), 60))
                .startsWith("[dev.tutti.engine.render.TableTextTest.City[");
        assertThat(text(List.of(CITIES.get(0), "a text that is long enough to break the line"), 60))
                .startsWith("[dev.tutti.engine.render.TableTextTest.City[");
    }

    @Test
    void aTableThatIsTooWideIsNone() {
        assertThat(text(CITIES, 20)).startsWith("[dev.tutti.engine.render.TableTextTest.City[");
    }

    @Test
    void moreRowsThanThereAreLinesAreCounted() {
        List<City> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(new City("c" + i, i, i));
        }
        assertThat(text(many, 60).lines()).hasSize(22).last().asString().isEqualTo("... (80 more rows)");
    }

    @Test
    void aLongCellIsCut() {
        List<City> rows = List.of(new City("x".repeat(100), 1, 1), new City("y", 2, 2));
        assertThat(text(rows, 80).lines().skip(1).findFirst().orElseThrow()).contains("xxx...  ");
    }

    @Test
    void numbersAreNeverCutInATableThatIsAskedFor() {
        Map<String, Double> thirds = new LinkedHashMap<>();
        List.of("january", "february", "march").forEach(month -> thirds.put(month, 1 / 3.0));
        RenderLimits limits = new RenderLimits(40, 24, 10_000, 1_000, 12, -1, true);
        assertThat(Renderer.render(Map.of("a long key that has no room", thirds), limits)
                        .text())
                .isEqualTo("""
                    key                              january
                    "a long key that ...  0.3333333333333333
                    ... (no room for: february, march; %precision 3 shortens numbers)\
                    """);
    }
}
