package dev.tutti.kernel.decompile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real decompiler, on what the real compiler makes of classes that look like JShell's. */
final class DecompilerTest {

    @TempDir
    Path folder;

    @Test
    void aMethodStandsWithoutTheClassAroundIt() throws Exception {
        assertThat(desugared("$JShell$3", """
            class $JShell$3 {
                public static int half(int n) { return n / 2; }
            }
            """)).isEqualTo("""
                public static int half(int n) {
                    return n / 2;
                }
                """);
    }

    @Test
    void aLoopOverAListShowsItsIterator() throws Exception {
        assertThat(desugared("$JShell$3", """
            class $JShell$3 {
                public static void all(java.util.List<String> names) { for (String name : names) name.length(); }
            }
            """))
                .contains("Iterator<String> iterator = names.iterator();", "while (iterator.hasNext()) {");
    }

    @Test
    void aSwitchOverTextsShowsBothOfItsSwitches() throws Exception {
        assertThat(desugared("$JShell$3", """
            class $JShell$3 {
                public static int of(String s) { return switch (s) { case "a" -> 1; default -> 2; }; }
            }
            """)).contains(".hashCode()) {", "case 97: {", ".equals((Object)\"a\")");
    }

    @Test
    void aLambdaIsAMethodAndTheCallThatMakesItsObject() throws Exception {
        assertThat(desugared("$JShell$3", """
            class $JShell$3 {
                public static Object do_it$() throws Throwable {
                    Runnable r = () -> System.gc();
                    r.run();
                    return null;
                }
            }
            """)).isEqualTo("""
                Runnable r = (Runnable)LambdaMetafactory.metafactory(lambda$0())();
                r.run();

                private static /* synthetic */ void lambda$0() {
                    System.gc();
                }
                """);
    }

    @Test
    void whatTheMethodOfALambdaTakesIsSaid() throws Exception {
        assertThat(desugared("$JShell$3", """
            class $JShell$3 {
                public static java.util.function.IntUnaryOperator plus(int more) { return n -> n + more; }
            }
            """))
                .contains("LambdaMetafactory.metafactory(lambda$plus$0(int, int))((int)more)");
    }

    @Test
    void theVariablesByWhichJShellAssignsAreLeftOut() throws Exception {
        assertThat(desugared("$JShell$3", """
            class $JShell$3 {
                public static Integer a;
                public static Object do_it$() throws Throwable { Integer a_ = 1; return a = a_; }
            }
            """)).isEqualTo("""
                public static Integer a;

                a = Integer.valueOf(1);
                """);
        assertThat(desugared("$JShell$4", """
            class $JShell$4 {
                public static Integer b;
                private static <$> $ do_it$Aux() throws Throwable {
                    Integer $_ = 2;
                    @SuppressWarnings("unchecked") $ $__ = ($) $_;
                    return $__;
                }
                public static Object do_it$() throws Throwable { return b = do_it$Aux(); }
            }
            """)).isEqualTo("""
                public static Integer b;

                b = Integer.valueOf(2);
                """);
    }

    @Test
    void aTypeIsShownWithoutTheOneAroundIt() throws Exception {
        compile("$JShell$3B", """
            class $JShell$3B {
                public record Box(int n) { enum Kind { A } }
            }
            """);
        Files.delete(folder.resolve("REPL/$JShell$3B.class"));

        assertThat(decompiled())
                .startsWith("public static final class Box extends Record {")
                .contains("public Box(int n) {", "static final class Kind extends Enum<Kind> {", "new Kind(\"A\", 0)")
                .doesNotContain("JShell");
    }

    @Test
    void theSourceOfALibraryIsAsPeopleWriteIt() throws Exception {
        compile("Shelf", """
            public record Shelf(java.util.List<String> books) {
                public int pages() {
                    int sum = 0;
                    for (String book : books) sum += of(book);
                    return sum;
                }
                static int of(String book) {
                    return switch (book) { case "a" -> 1; default -> Box.SIZE; };
                }
                static final class Box { static final int SIZE = 2; }
            }
            """);

        assertThat(new Decompiler(List.of(cfr())).source(TypeFiles.of(folder, "REPL/Shelf"), List.of()))
                .contains(
                        "record Shelf(List<String> books)",
                        "for (String book : this.books)",
                        "return switch (book) {",
                        "static final class Box")
                .doesNotContain("hashCode");
    }

    @Test
    void jarsWithoutADecompilerAreNamed() {
        Path jar = folder.resolve("none.jar");

        assertThatThrownBy(() -> new Decompiler(List.of(jar)).simplified(List.of(), List.of()))
                .isInstanceOf(DecompilerException.class)
                .hasMessageContaining(jar.toString());
    }

    private String desugared(String name, String source) throws Exception {
        compile(name, source);
        return decompiled();
    }

    private void compile(String name, String source) throws IOException {
        Path classes = folder.resolve("REPL");
        if (Files.exists(classes)) {
            try (Stream<Path> before = Files.list(classes)) {
                for (Path file : before.toList()) {
                    Files.delete(file);
                }
            }
        }
        Path file = Files.writeString(folder.resolve(name + ".java"), "package REPL;\n" + source);
        int exit = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-g", "-d", folder.toString(), file.toString());
        assertThat(exit).isZero();
    }

    private String decompiled() throws Exception {
        List<byte[]> classes = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("REPL"))) {
            for (Path file : files.toList()) {
                classes.add(Files.readAllBytes(file));
            }
        }
        return new Decompiler(List.of(cfr())).simplified(classes, List.of());
    }

    private static Path cfr() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(one -> one.getFileName().toString().startsWith("cfr-"))
                .findFirst()
                .orElseThrow();
    }
}
