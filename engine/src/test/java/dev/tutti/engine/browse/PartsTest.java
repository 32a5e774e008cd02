package dev.tutti.engine.browse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an object is told to consist of; nothing of the user's runs for it. */
final class PartsTest {

    public static class Base {
        private final int hidden = 1;
        public final String open = "o";
    }

    public static final class Derived extends Base {
        private final boolean ready = true;
        private final double weight = 0.5;

        public boolean isReady() {
            throw new AssertionError("a getter was called");
        }

        @Override
        public String toString() {
            throw new AssertionError("toString was called");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("hashCode was called");
        }
    }

    public record Person(String name, int age) {
        public Person {
            if (age < 0) {
                throw new IllegalArgumentException("age");
            }
        }

        @Override
        public String name() {
            throw new AssertionError("an accessor was called");
        }
    }

    private static final class Endless extends AbstractList<String> {
        @Override
        public String get(int index) {
            throw new AssertionError("get was called");
        }

        @Override
        public int size() {
            throw new AssertionError("size was called");
        }
    }

    private static List<Part> all(Object object) {
        return Parts.of(object).some(0, 100);
    }

    @Test
    void fieldsAreReadWithTheJavaThatReadsThem() {
        assertThat(all(new Derived()))
                .extracting(Part::label, Part::value, Part::access)
                .containsExactly(
                        tuple("hidden", 1, ""),
                        tuple("open", "o", ".open"),
                        tuple("ready", true, ".isReady()"),
                        tuple("weight", 0.5, ""));
        assertThat(all(new Person("Ada", 36)))
                .extracting(Part::label, Part::value, Part::access)
                .containsExactly(tuple("name", "Ada", ".name()"), tuple("age", 36, ".age()"));
    }

    @Test
    void elementsAndEntriesOfTheJdkAreParts() {
        assertThat(all(new int[] {5, 6})).extracting(Part::access).containsExactly("[0]", "[1]");
        assertThat(all(Arrays.asList("a", null))).extracting(Part::value).containsExactly("a", null);
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put("k", 1);
        map.put(TimeUnit.DAYS, 2);
        map.put(new Derived().open + "\n", 3);
        assertThat(all(Collections.unmodifiableMap(map)))
                .extracting(Part::label, Part::value, Part::access)
                .containsExactly(
                        tuple("\"k\"", 1, ".get(\"k\")"),
                        tuple("TimeUnit.DAYS", 2, ".get(TimeUnit.DAYS)"),
                        tuple("\"o\\n\"", 3, ".get(\"o\\n\")"));
        assertThat(all(Optional.of(4))).extracting(Part::access).containsExactly(".get()");
        assertThat(all(Map.of(1.5, "x").entrySet()))
                .extracting(part -> BriefText.of(part.value()))
                .containsExactly("1.5 → \"x\"");
    }

    @Test
    void aMapWhoseKeysHaveNoLiteralHasEntries() {
        Person ada = new Person("Ada", 36);
        Part entry = all(Map.of(ada, 1)).getFirst();
        assertThat(entry.access()).isEqualTo(".entrySet().stream().findFirst().orElseThrow()");
        assertThat(all(entry.value()))
                .extracting(Part::label, Part::value, Part::access)
                .containsExactly(tuple("key", ada, ".getKey()"), tuple("value", 1, ".getValue()"));
    }

    @Test
    void aContainerOfTheUsersIsOpenedByItsFieldsAndNotCalled() {
        assertThat(all(new Endless())).extracting(Part::label).containsExactly("modCount");
        assertThat(all(Collections.unmodifiableList(new Endless())))
                .extracting(Part::label)
                .containsExactly("c", "list");
        assertThat(BriefText.of(new Endless())).startsWith("Endless: modCount=0");
    }

    @Test
    void someOfManyAreTold() {
        List<Integer> many = new ArrayList<>(IntStream.range(0, 1000).boxed().toList());
        assertThat(Parts.of(many).count()).isEqualTo(1000);
        assertThat(Parts.of(many).some(998, 100)).extracting(Part::label).containsExactly("[998]", "[999]");
        assertThat(Parts.of(many).some(1000, 1)).isEmpty();
        assertThat(Parts.of(new HashMap<>(Map.of(1, 2))).some(1, 1)).isEmpty();
    }

    @Test
    void anObjectIsToldInALine() {
        assertThat(BriefText.of(null)).isEqualTo("null");
        assertThat(BriefText.of("a\nb")).isEqualTo("\"a\\nb\"");
        assertThat(BriefText.of("x".repeat(1000))).endsWith("x\"… (1000 characters)");
        assertThat(BriefText.of(TimeUnit.DAYS)).isEqualTo("TimeUnit.DAYS");
        assertThat(BriefText.of(String.class)).isEqualTo("java.lang.String.class");
        assertThat(BriefText.of(new int[2][3])).isEqualTo("int[2][]: int[], int[]");
        assertThat(BriefText.of(List.of(1, 2))).isEqualTo("List (2): 1, 2");
        assertThat(BriefText.of(new HashMap<>(Map.of("a", List.of())))).isEqualTo("HashMap (1): \"a\"=List");
        assertThat(BriefText.of(new Person("Ada", 36))).isEqualTo("Person: name=\"Ada\", age=36");
        assertThat(BriefText.of(new Object())).isEqualTo("Object");
        assertThat(BriefText.of(Optional.empty())).isEqualTo("Optional.empty");
        assertThat(BriefText.of((Runnable) () -> {})).isEqualTo("Runnable (lambda)");
    }
}
