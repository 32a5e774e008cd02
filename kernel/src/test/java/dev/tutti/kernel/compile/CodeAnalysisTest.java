package dev.tutti.kernel.compile;

import static dev.tutti.kernel.compile.Candidate.Kind.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CodeAnalysisTest {

    private static AnalysedSession session;

    @BeforeAll
    static void openSession() {
        session = new AnalysedSession();
    }

    @AfterAll
    static void closeSession() {
        session.close();
    }

    private static Candidate candidate(String textWithBar, String text) {
        Completions completions = session.complete(textWithBar);
        assertThat(completions.partial()).isFalse();
        return completions.candidates().stream()
                .filter(candidate -> candidate.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " is not among " + completions));
    }

    private static List<String> texts(String textWithBar) {
        return session.complete(textWithBar).candidates().stream()
                .map(Candidate::text)
                .toList();
    }

    // Completeness

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int x = 5",
                "int x = 5;",
                "1 + 1",
                "int f() { return 1; }",
                "int x = 1;\nx + 1",
                "import java.util.*",
                "if (true) { }",
                "x;\n// end"
            })
    void whatCanRunIsComplete(String java) {
        assertThat(session.analysis.completeness(java)).isEqualTo(Completeness.COMPLETE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int f()",
                "f(",
                "int x =",
                "for (;;)",
                "class A",
                "/* open",
                "\"\"\"\nabc",
                "int x = 1;\nint f() {",
                "@Deprecated",
                "@SuppressWarnings(\"all\")",
                "words.stream()."
            })
    void whatLacksItsEndIsIncomplete(String java) {
        assertThat(session.analysis.completeness(java)).isEqualTo(Completeness.INCOMPLETE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"}", "String s = \"abc", "else", "f(\"a)", "# x"})
    void whatCanNeverRunIsInvalid(String java) {
        assertThat(session.analysis.completeness(java)).isEqualTo(Completeness.INVALID);
    }

    @Test
    void blanksAndCommentsAreEmpty() {
        assertThat(session.analysis.completeness("")).isEqualTo(Completeness.EMPTY);
        assertThat(session.analysis.completeness(" \n")).isEqualTo(Completeness.EMPTY);
        assertThat(session.analysis.completeness("// only this")).isEqualTo(Completeness.EMPTY);
    }

    @Test
    void everyLineOfAMethodButTheLastIsIncomplete() {
        String method = "public static <T extends Comparable<T>> List<T> sorted(\n"
                + "        Collection<T> all,\n"
                + "        int limit)\n"
                + "{\n"
                + "    // keep it short\n"
                + "    var list = new ArrayList<>(all);\n"
                + "    for (int i = 0; i < limit; i++) {\n"
                + "        list.add(\n"
                + "            all.iterator().next());\n"
                + "    }\n\n"
                + "    if (limit > 0)\n"
                + "        return list\n"
                + "            .subList(0, limit);\n"
                + "    else {\n"
                + "        return list;\n"
                + "    }\n"
                + "}";
        for (int i = 1; i < method.length(); i++) {
            if (method.charAt(i) == '\n') {
                assertThat(session.analysis.completeness(method.substring(0, i)))
                        .as(method.substring(0, i))
                        .isEqualTo(Completeness.INCOMPLETE);
            }
        }
        assertThat(session.analysis.completeness(method)).isEqualTo(Completeness.COMPLETE);
    }

    @Test
    void everyPrefixOfAMethodsBodyIsIncomplete() {
        String method = "int f(List<Integer> all) {\n"
                + "    int sum = 0; /* why not */\n"
                + "    for (int each : all) {\n"
                + "        sum += each % 7; // rest\n"
                + "    }\n"
                + "    return sum;\n"
                + "}";
        for (int i = method.indexOf('('); i < method.length(); i++) {
            if (!Character.isWhitespace(method.charAt(i)) || method.charAt(i) == '\n') {
                assertThat(session.analysis.completeness(method.substring(0, i + 1 == method.length() ? i : i + 1)))
                        .as(method.substring(0, i))
                        .isEqualTo(Completeness.INCOMPLETE);
            }
        }
    }

    @Test
    void aHugeTextIsJudgedByItsTokens() {
        assertThat(session.analysis.completeness("f(1);\n".repeat(100_000))).isEqualTo(Completeness.COMPLETE);
        assertThat(session.analysis.completeness("f(1);\n".repeat(100_000) + "{"))
                .isEqualTo(Completeness.INCOMPLETE);
    }

    // Completion

    @Test
    void membersOfAStringComeWithKindAndSignature() {
        assertThat(candidate("\"a\".sub|", "substring("))
                .isEqualTo(new Candidate("substring(", METHOD, "(int) String  (+1 more)", true));
        assertThat(candidate("\"a\".|", "length()")).isEqualTo(new Candidate("length()", METHOD, "() int", true));
        assertThat(session.complete("\"a\".sub|").anchor()).isEqualTo(4);
        assertThat(candidate("String.|", "CASE_INSENSITIVE_ORDER").detail()).isEqualTo("Comparator<String>");
        assertThat(candidate("String.form|", "format(").detail()).isEqualTo("(String, Object...) String  (+1 more)");
    }

    @Test
    void typeArgumentsAreFilledIn() {
        assertThat(candidate("words.ge|", "get(").detail()).isEqualTo("(int) String");
        assertThat(candidate("words.stream().ma|", "map(").detail())
                .isEqualTo("(Function<? super String, ? extends R>) Stream<R>");
        assertThat(candidate("new HashMap<String, int[]>().|", "get(").detail()).isEqualTo("(Object) int[]");
        assertThat(candidate("new int[]{1}.|", "length")).isEqualTo(new Candidate("length", FIELD, "int", true));
    }

    @Test
    void sessionVariablesMethodsAndTypesAreOffered() {
        assertThat(candidate("wor|", "words")).isEqualTo(new Candidate("words", VARIABLE, "List<String>", true));
        assertThat(candidate("squ|", "square("))
                .isEqualTo(new Candidate("square(", METHOD, "(int) int  (+1 more)", true));
        assertThat(candidate("Poi|", "Point"))
                .isEqualTo(new Candidate("Point", TYPE, "record Point(int x, String name)", true));
        assertThat(candidate("point.|", "name()")).isEqualTo(new Candidate("name()", METHOD, "() String", true));
        assertThat(candidate("point.tw|", "twice()").detail()).isEqualTo("() int");
        assertThat(candidate("point.|", "hashCode()").detail()).isEqualTo("() int");
        assertThat(candidate("Point.z|", "zero()").detail()).isEqualTo("() Point");
        assertThat(candidate("new Poi|", "Point(")).isEqualTo(new Candidate("Point(", TYPE, "(int, String)", true));
        assertThat(candidate("ma|", "max(").detail()).startsWith("(int, int) int");
    }

    @Test
    void packagesTypesAndImportsAreOffered() {
        assertThat(candidate("java.util.con|", "concurrent."))
                .isEqualTo(new Candidate("concurrent.", PACKAGE, "", true));
        assertThat(candidate("import java.util.Li|", "List").kind()).isEqualTo(TYPE);
        assertThat(candidate("import java.ut|", "util.").kind()).isEqualTo(PACKAGE);
        assertThat(candidate("StringB|", "StringBuilder"))
                .isEqualTo(new Candidate("StringBuilder", TYPE, "java.lang", true));
        assertThat(candidate("LinkedHash|", "LinkedHashMap").detail()).isEqualTo("java.util");
        assertThat(candidate("new StringBuil|", "StringBuilder(").detail()).endsWith("(+3 more)");
        assertThat(candidate("Map.Ent|", "Entry").kind()).isEqualTo(TYPE);
    }

    @Test
    void constantsOfEnumsHaveMembersToo() {
        assertThat(candidate("java.util.concurrent.TimeUnit.SECONDS.toMi|", "toMillis(").detail())
                .isEqualTo("(long) long");
        assertThat(candidate("Locale.Category.DISPLAY.na|", "name()").detail()).isEqualTo("() String");
    }

    @Test
    void overloadsAreOneCandidate() {
        assertThat(texts("words.|").stream().filter("wait("::equals)).hasSize(1);
        assertThat(texts("Math.ab|").stream().filter("abs("::equals)).hasSize(1);
    }

    @Test
    void whatMatchesTheTypeComesFirst() {
        List<Candidate> candidates = session.complete("String s = words.|").candidates();
        assertThat(candidates.getFirst().matchesType()).isTrue();
        assertThat(candidates)
                .isSortedAccordingTo((one, other) -> Boolean.compare(other.matchesType(), one.matchesType()));
        assertThat(candidate("int n = words.|", "size()").matchesType()).isTrue();
        assertThat(candidate("int n = words.|", "isEmpty()").matchesType()).isFalse();
    }

    @Test
    void parametersOfLambdasAreKnown() {
        assertThat(candidate("words.stream().map(w -> w.toUpp|", "toUpperCase(").detail())
                .isEqualTo("() String  (+1 more)");
        assertThat(candidate("words.stream().map(w -> w.strip().len|", "length()")
                        .detail())
                .isEqualTo("() int");
        assertThat(candidate("words.stream().map(word -> wo|", "word"))
                .isEqualTo(new Candidate("word", VARIABLE, "", true));
        assertThat(candidate("words.forEach(w -> { int n = w.le|", "length()").matchesType())
                .isTrue();
    }

    @Test
    void methodReferencesAreOffered() {
        assertThat(candidate("words.stream().map(String::toU|", "toUpperCase").kind())
                .isEqualTo(METHOD);
        assertThat(texts("ArrayList::n|")).contains("new");
    }

    @Test
    void earlierLinesOfTheCellCount() {
        assertThat(candidate("var map = new TreeMap<String, Integer>();\nmap.fir|", "firstKey()")
                        .detail())
                .isEqualTo("() String");
        assertThat(session.complete("var map = new TreeMap<String, Integer>();\nmap.fir|")
                        .anchor())
                .isEqualTo(46);
        assertThat(candidate("int count = 1;\ncou|", "count")).isEqualTo(new Candidate("count", VARIABLE, "int", true));
        assertThat(candidate("int twice(int a) { return 2 * a; }\ntwi|", "twice(")
                        .kind())
                .isEqualTo(METHOD);
        assertThat(candidate("record Pair(int left, int right) {}\nvar p = new Pair(1, 2);\np.le|", "left()")
                        .kind())
                .isEqualTo(METHOD);
        assertThat(candidate("String f(String s) { return s; }\nvar t = f(\"a\");\nt.len|", "length()")
                        .detail())
                .isEqualTo("() int");
        assertThat(texts("int f() { return 1; }\nho|")).doesNotContain("hashCode()");
    }

    @Test
    void aMethodThatIsBeingTypedIsLookedInto() {
        assertThat(candidate("int f(String text) {\n  text.len|", "length()").detail())
                .isEqualTo("() int");
        assertThat(candidate(
                                "int base = 3;\nint f(List<String> list) {\n  for (var each : list) {\n    each.len|",
                                "length()")
                        .detail())
                .isEqualTo("() int");
        assertThat(candidate("class A { void f(String s) { s.len|", "length()").detail())
                .isEqualTo("() int");
        assertThat(candidate("int f(int parameter) {\n  return par|", "parameter")
                        .kind())
                .isEqualTo(VARIABLE);
    }

    @Test
    void importsOfTheSameCellCount() {
        assertThat(candidate("import java.util.concurrent.atomic.*;\nAtomicL|", "AtomicLong")
                        .kind())
                .isEqualTo(TYPE);
        assertThat(candidate(
                                "import java.util.concurrent.atomic.*;\nvar n = new AtomicLong();\nn.incrementA|",
                                "incrementAndGet()")
                        .detail())
                .isEqualTo("() long");
        assertThat(candidate("import java.util.regex.Pattern;\nPattern.comp|", "compile(")
                        .kind())
                .isEqualTo(METHOD);
        assertThat(candidate("import java.util.regex.Pattern;\nvar p = Pattern.compile(\"a\");\np.matc|", "matcher(")
                        .detail())
                .isEqualTo("(CharSequence) Matcher");
    }

    @Test
    void keywordsAreOffered() {
        assertThat(candidate("retu|", "return").kind()).isEqualTo(KEYWORD);
        assertThat(candidate("instanceof|", "instanceof").kind()).isEqualTo(KEYWORD);
        assertThat(texts("words.retu|")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"wor|", "// wor|", "/* wor|", "'w|", "12|", "\"\"\"\nwor|"})
    void nothingIsOfferedInLiteralsAndComments(String text) {
        assertThat(session.complete(text).candidates()).isEmpty();
    }

    @Test
    void completionNeverRunsUserCode() {
        System.clearProperty("tutti.completed");
        texts("System.setProperty(\"tutti.completed\", \"yes\").len|");
        texts("var x = System.setProperty(\"tutti.completed\", \"yes\");\nx.len|");
        assertThat(System.getProperty("tutti.completed")).isNull();
    }

    @Test
    void anyPlaceInAnyTextIsAnswered() {
        String text = "int f(List<? extends Number> l) { return l.get(0).intValue() + new int[]{1, 2}[0]; }\n"
                + "import java.u;\n"
                + "f(words.stream().map(w -> w.x";
        for (int i = 0; i <= text.length(); i++) {
            Completions completions = session.analysis.complete(text, i, AnalysedSession.LONG);
            assertThat(completions.anchor()).isBetween(0, i);
        }
    }

    @Test
    void aCursorInAHugeCellIsAnsweredQuickly() {
        String lines = "int f() { return 1; }\nf();\n".repeat(40_000);
        String text = lines + "for (String each : words) { each.len";
        assertThat(session.analysis
                        .complete(text, text.length(), AnalysedSession.LONG)
                        .candidates())
                .extracting(Candidate::text)
                .containsExactly("length()");
    }

    // Documentation

    @Test
    void signaturesOfAllOverloadsAreGivenWithTheActiveParameter() {
        assertThat(session.documentation("String.format(\"a\", |", false))
                .contains(new Documentation("String String.format(String format, Object... args)", "", 1));
        assertThat(session.documentation("square(|", false))
                .containsExactlyInAnyOrder(
                        new Documentation("int square(int n)", "", 0),
                        new Documentation("double square(double d)", "", 0));
        assertThat(session.documentation("\"a\".substring(Math.max(1, 2), |", false))
                .containsExactly(new Documentation("String String.substring(int beginIndex, int endIndex)", "", 1));
    }

    @Test
    void namesAreDescribedToo() {
        assertThat(session.documentation("wor|ds", false))
                .containsExactly(new Documentation("List<String> words", "", -1));
        assertThat(session.documentation("Math|", false)).containsExactly(new Documentation("java.lang.Math", "", -1));
        assertThat(session.documentation("String.format|", false))
                .extracting(Documentation::signature)
                .contains("String String.format(String format, Object... args)");
        assertThat(session.documentation("words.ge|t", false))
                .containsExactly(new Documentation("E List.get(int index)", "", -1));
        assertThat(session.documentation("point.twice(|", false))
                .containsExactly(new Documentation("int Point.twice()", "", 0));
        assertThat(session.documentation("new Point(|", false))
                .containsExactly(new Documentation("Point(int x, String name)", "", 0));
        assertThat(session.documentation("nothing|", false)).isEmpty();
    }

    @Test
    void javadocComesWithItsTags() {
        List<Documentation> found = session.documentation("\"a\".substring(1|", true);
        assertThat(session.documentation("\"a\".repeat(|", true))
                .singleElement()
                .satisfies(repeat -> {
                    assertThat(repeat.signature()).isEqualTo("String String.repeat(int count)");
                    assertThat(repeat.javadoc())
                            .contains("concatenation")
                            .contains("@param")
                            .contains("{@code count}");
                });
        assertThat(found).isNotNull();
        assertThat(session.documentation("square(|", true))
                .extracting(Documentation::javadoc)
                .containsOnly("The square.\n@param n what");
    }

    @Test
    void documentationSeesTheLinesAbove() {
        assertThat(session.documentation("var map = new TreeMap<String, Integer>();\nmap.ceilingKey(|", false))
                .extracting(Documentation::signature)
                .containsExactly("K TreeMap.ceilingKey(K key)");
        assertThat(session.documentation("int f(String s) {\n  return s.indexOf(|", false))
                .hasSizeGreaterThan(1);
    }

    // Source and types

    @Test
    void sourceOfDeclarationsIsWhatWasTyped() {
        assertThat(source("words")).isEqualTo("var words = List.of(\"a\", \"b\");");
        assertThat(source("square")).contains("int square(int n)").contains("double square(double d)");
        assertThat(source("point.twice")).startsWith("record Point(int x, String name)");
    }

    @Test
    void sourceOfTheJdkIsCutOutOfItsSources() {
        assertThat(source("String.format"))
                .startsWith("/**")
                .contains("public static String format(String format, Object... args) {")
                .doesNotContain("public static String join");
        assertThat(source("java.util.List")).contains("public interface List<E> extends SequencedCollection<E> {");
        assertThat(source("List")).contains("public interface List<E>");
        assertThat(source("words.stream")).contains("default Stream<E> stream()");
        assertThat(source("\"a\".strip()")).contains("public String strip()");
        assertThat(source("Map.Entry")).contains("interface Entry<K, V>").doesNotContain("interface Map<K, V>");
        assertThat(session.analysis.source("no.such.Thing", AnalysedSession.LONG))
                .isEmpty();
        assertThat(session.analysis.source("", AnalysedSession.LONG)).isEmpty();
    }

    private static String source(String subject) {
        return session.analysis.source(subject, AnalysedSession.LONG).orElse("");
    }

    @Test
    void theTypeOfAnExpressionIsTold() {
        assertThat(session.analysis.typeOf("words.get(0).length()", AnalysedSession.LONG))
                .contains("int");
        assertThat(session.analysis.typeOf("words", AnalysedSession.LONG)).contains("List<String>");
        assertThat(session.analysis.typeOf("int x = 5;", AnalysedSession.LONG)).isEmpty();
    }

    // Deadlines

    @Test
    void aDeadlineIsKeptWhileACellCompiles() throws InterruptedException {
        assertThat(source("square")).isNotEmpty();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Thread compiler = Thread.ofPlatform().start(() -> {
            session.lock.lock();
            try {
                held.countDown();
                release.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } finally {
                session.lock.unlock();
            }
        });
        held.await();
        try {
            long start = System.nanoTime();
            Completions completions = session.analysis.complete("int count = 1;\ncou", 18, Duration.ofMillis(80));
            assertThat(completions.partial()).isTrue();
            assertThat(completions.candidates()).extracting(Candidate::text).contains("count");
            assertThat(session.analysis.documentation("words", 5, true, Duration.ofMillis(30)))
                    .isEmpty();
            assertThat(session.analysis.source("square", Duration.ofMillis(30))).isPresent();
            assertThat(session.analysis.typeOf("words", Duration.ofMillis(30))).isEmpty();
            assertThat(session.analysis.completeness("int f() {")).isEqualTo(Completeness.INCOMPLETE);
            assertThat(session.analysis.completeness("1 + 1")).isEqualTo(Completeness.COMPLETE);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        } finally {
            release.countDown();
            compiler.join();
        }
        assertThat(session.complete("wor|").partial()).isFalse();
    }

    @Test
    void questionsAndCompilationShareTheJShell() throws InterruptedException {
        try (AnalysedSession busy = new AnalysedSession()) {
            CountDownLatch compiled = new CountDownLatch(1);
            Thread compiler = Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 60; i++) {
                    busy.lock.lock();
                    try {
                        busy.jshell.eval("int n" + i + " = " + i + ";");
                    } finally {
                        busy.lock.unlock();
                    }
                }
                compiled.countDown();
            });
            while (compiled.getCount() > 0) {
                assertThat(busy.complete("words.str|").candidates())
                        .extracting(Candidate::text)
                        .contains("stream()");
                assertThat(busy.documentation("square(|", false)).hasSize(2);
                assertThat(busy.analysis.completeness("int f() {")).isEqualTo(Completeness.INCOMPLETE);
            }
            compiler.join();
            assertThat(busy.complete("n5|").candidates())
                    .extracting(Candidate::text)
                    .contains("n5", "n59");
        }
    }

    @Test
    void warmingUpDoesNotKeepQuestionsWaiting() {
        try (AnalysedSession warm = new AnalysedSession()) {
            warm.analysis.warmUp();
            assertThat(warm.complete("words.si|").candidates())
                    .extracting(Candidate::text)
                    .contains("size()");
        }
    }

    @Test
    void aNewerQuestionTakesThePlaceOfOneThatWaits() throws InterruptedException {
        AnalysisThread thread = new AnalysisThread(() -> {});
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch replaced = new CountDownLatch(1);
        AtomicReference<String> second = new AtomicReference<>();
        Thread first = Thread.ofPlatform()
                .start(() -> thread.ask(AnalysedSession.LONG, "", answer -> {
                    busy.countDown();
                    try {
                        release.await();
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                }));
        busy.await();
        Thread waiting = Thread.ofPlatform().start(() -> {
            second.set(thread.<String>ask(AnalysedSession.LONG, "nothing", answer -> answer.publish("stale"))
                    .known());
            replaced.countDown();
        });
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        Thread third =
                Thread.ofPlatform().start(() -> thread.ask(AnalysedSession.LONG, "", answer -> answer.publish("new")));
        replaced.await();
        assertThat(second.get()).isEqualTo("nothing");
        release.countDown();
        first.join();
        third.join();
        thread.close();
    }

    @Test
    void aClosedAnalysisAnswersWithNothing() {
        AnalysedSession closed = new AnalysedSession();
        closed.close();
        assertThat(closed.analysis.complete("wor", 3, AnalysedSession.LONG).candidates())
                .isEmpty();
        assertThat(closed.analysis.completeness("f(")).isEqualTo(Completeness.INCOMPLETE);
        assertThat(closed.analysis.typeOf("1", AnalysedSession.LONG)).isEmpty();
    }
}
