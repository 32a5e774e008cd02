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

    private static String source(String subject) {
        return session.analysis.source(subject, AnalysedSession.LONG).orElse("");
    }

    private static List<String> texts(String textWithBar) {
        return session.complete(textWithBar).candidates().stream()
                .map(Candidate::text)
                .toList();
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
    void whereNothingBeginsAsTypedNamesThatAreLikeItAreOffered() {
        assertThat(texts("\"a\".tLC|")).containsExactly("toLowerCase(");
        assertThat(texts("\"a\".SUBST|")).containsExactly("substring(");
        assertThat(texts("words.straem|")).isEmpty();
        assertThat(session.complete("\"a\".tLC|").anchor()).isEqualTo(4);
        assertThat(candidate("\"a\".tLC|", "toLowerCase(").kind()).isEqualTo(METHOD);
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
    void typesThatAreNotImportedAreOfferedBehindTheOthersWithTheirImport() {
        assertThat(candidate("DecimalF|", "DecimalFormat"))
                .isEqualTo(new Candidate(
                        "DecimalFormat", TYPE, "java.text, imports it", false, "java.text.DecimalFormat"));
        assertThat(candidate("new HttpCli|", "HttpClient").imports()).isEqualTo("java.net.http.HttpClient");
        assertThat(candidate("DeForSy|", "DecimalFormatSymbols").imports()).isEqualTo("java.text.DecimalFormatSymbols");
        assertThat(session.complete("Lis|").candidates().stream().map(Candidate::imports))
                .isSortedAccordingTo((one, other) -> Boolean.compare(other.isEmpty(), one.isEmpty()))
                .contains("java.awt.List")
                .doesNotContain("java.util.List");
        assertThat(session.complete("import java.text.DecimalFormat;\nDecimalFormat|")
                        .candidates())
                .noneMatch(candidate -> candidate.imports().equals("java.text.DecimalFormat"));
    }

    @Test
    void constantsOfEnumsHaveMembersToo() {
        assertThat(candidate("java.util.concurrent.TimeUnit.SECONDS.toMi|", "toMillis(")
                        .detail())
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
