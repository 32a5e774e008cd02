package dev.tutti.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The true {@code scripts/tutti} in a checkout whose JDK and Maven only note their calls. */
final class TuttiScriptTest {

    @TempDir
    Path folder;

    private FakeCheckout checkout;

    @BeforeEach
    void anUnbuiltCheckout() throws IOException {
        checkout = new FakeCheckout(folder);
    }

    @Test
    void argumentsArriveAsTyped() throws Exception {
        var run = checkout.built().run("-e", "\"a b\" + '$x'", "", "*");

        assertThat(run.stdout()).endsWith("dev.tutti.shell.cli.TuttiMain", "-e", "\"a b\" + '$x'", "", "*");
        assertThat(run.stderr()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void itStartsThroughAChainOfSymbolicLinks() throws Exception {
        checkout.built();
        Path links = Files.createDirectories(folder.resolve("some where/bin"));
        Path first = Files.createSymbolicLink(links.resolve("first"), Path.of("../../a check out/scripts/tutti"));
        Path second = Files.createSymbolicLink(folder.resolve("tutti"), first);

        assertThat(checkout.run(second).stdout())
                .containsSequence("-cp", checkout.jar().toRealPath().toString(), "dev.tutti.shell.cli.TuttiMain");
    }

    @Test
    void theVersionIsThatOfTheBuild() throws Exception {
        Path pom = Path.of(System.getProperty("tutti.root"), "pom.xml");

        String built = Files.readString(pom).split("<version>", 2)[1].split("</version>", 2)[0];

        assertThat(Files.readString(checkout.script())).contains("\nversion=" + built + "\n");
    }

    @Test
    void aJavaHomeThatIsTooOldIsPassedOver() throws Exception {
        checkout.built().needing(98).without("TUTTI_JAVA_HOME");
        checkout.with("JAVA_HOME", checkout.jdk("old", "97.0.9").toString());
        checkout.jdk("home/.jdks/later", "99.0.1");
        checkout.jdk("home/.jdks/tested", "98.0.2");

        var run = checkout.with("TUTTI_AOT", "on").run();

        assertThat(run.stdout()).anyMatch(argument -> argument.endsWith("front-tested-98.0.2.aot"));
    }

    @Test
    void aTuttiJavaHomeThatIsTooOldIsAnError() throws Exception {
        checkout.built().with("TUTTI_JAVA_HOME", checkout.jdk("old", "17.0.9").toString());

        var run = checkout.run();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.stderr())
                .contains("TUTTI_JAVA_HOME names " + folder.resolve("old") + ", which is JDK 17.0.9, not a JDK 25");
    }

    @Test
    void withoutAJdkItSaysWhatItFoundAndWhereToGetOne() throws Exception {
        checkout.built().needing(99).without("TUTTI_JAVA_HOME");
        checkout.with("JAVA_HOME", checkout.jdk("nearly", "98.0.1").toString());

        var run = checkout.run();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.stdout()).isEmpty();
        assertThat(run.stderr())
                .contains("Tutti needs a JDK 99 or newer")
                .contains("  " + folder.resolve("nearly") + " (98.0.1)")
                .contains("https://adoptium.net")
                .contains("TUTTI_JAVA_HOME");
    }

    @Test
    void theFirstUseBuildsAndSaysSoOnStandardErrorOnly() throws Exception {
        checkout.mavenThatBuilds();

        var first = checkout.run("-e", "1");
        var second = checkout.run("-e", "1");

        assertThat(first.stderr())
                .startsWith("Building Tutti: only at first use")
                .contains("done in");
        assertThat(first.stdout()).doesNotContain("noise").endsWith("-e", "1");
        assertThat(second.stderr()).isEmpty();
        assertThat(checkout.mavenCalls()).isOne();
    }

    @Test
    void aChangedSourceIsBuiltAgain() throws Exception {
        checkout.built().mavenThatBuilds();
        checkout.setAge(checkout.source(), 10);

        assertThat(checkout.run().stderr()).startsWith("Building Tutti, for its sources have changed");
    }

    @Test
    void aRemovedSourceIsBuiltAgain() throws Exception {
        checkout.built().mavenThatBuilds();
        checkout.setAge(checkout.jar(), -100);
        Files.delete(checkout.source());

        assertThat(checkout.run().stderr()).startsWith("Building Tutti, for its sources have changed");
    }

    @Test
    void aSourceChangedDuringTheBuildIsBuiltAtTheNextStart() throws Exception {
        checkout.maven(
                "mkdir -p shell/target; touch shell/src/main/java/Main.java; echo >" + "'" + checkout.jar() + "'");

        checkout.run();
        checkout.run();

        assertThat(checkout.mavenCalls()).isEqualTo(2);
    }

    @Test
    void aBuildThatFailsShowsItsEnd() throws Exception {
        checkout.maven("seq 1 100; echo 'cannot find symbol' >&2; exit 1");

        var run = checkout.run();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.stdout()).isEmpty();
        assertThat(run.stderr())
                .contains("failed.", "build.log", "\n100\n", "cannot find symbol")
                .doesNotContain("\n50\n");
    }

    @Test
    void withoutMavenItSaysWhatToGet() throws Exception {
        checkout.withOnly("bash", "env", "flock", "mkdir", "rm");

        var run = checkout.run();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.stderr()).contains("needs Maven 3.8 or newer").contains("apt-get install maven");
    }

    @Test
    void twoStartsAtOnceBuildOnce() throws Exception {
        Path gate = folder.resolve("gate");
        assertThat(new ProcessBuilder("mkfifo", gate.toString()).start().waitFor())
                .isZero();
        checkout.maven("mkdir -p shell/target; echo started >'" + gate + "'; read -r go <'" + gate
                + "'; echo jar >shell/target/tutti-shell-0.1.0.jar");

        Process first = checkout.start(checkout.script());
        assertThat(Files.readString(gate)).isEqualTo("started\n");
        Process second = checkout.start(checkout.script());
        BufferedReader messages = second.errorReader();
        assertThat(messages.readLine()).contains("waiting for it");
        Files.writeString(gate, "go\n");

        assertThat(FakeCheckout.finish(first).exitCode()).isZero();
        assertThat(FakeCheckout.finish(second).exitCode()).isZero();
        assertThat(checkout.mavenCalls()).isOne();
    }

    @Test
    void cachesAreMadeOnceAndUsedFromThenOn() throws Exception {
        checkout.built().with("TUTTI_AOT", "on");
        Path caches = checkout.root().resolve("target/aot");

        var first = checkout.run();
        var second = checkout.run();

        assertThat(first.stderr()).startsWith("Preparing quick starts … done");
        assertThat(second.stderr()).isEmpty();
        assertThat(second.stdout())
                .contains(
                        "-XX:AOTCache=" + caches.resolve("front-jdk 25-25.0.3.aot"),
                        "-Dtutti.engine.aot=" + caches.resolve("engine-jdk 25-25.0.3.aot"));
        assertThat(first.stdout()).isEqualTo(second.stdout());
    }

    @Test
    void cachesOlderThanTheJarAreMadeAgain() throws Exception {
        checkout.built().with("TUTTI_AOT", "on").run();
        checkout.setAge(checkout.jar(), 0);
        for (String name : List.of("front", "engine")) {
            checkout.setAge(checkout.root().resolve("target/aot/" + name + "-jdk 25-25.0.3.aot"), -100);
        }

        assertThat(checkout.run().stderr()).startsWith("Preparing quick starts … done");
    }

    @Test
    void whereNoCacheCanBeMadeItIsTriedOnceAndStartsWithout() throws Exception {
        checkout.built().with("TUTTI_AOT", "on");
        Path java = checkout.jdk("jdk 25", "25.0.3").resolve("bin/java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");

        var first = checkout.run();
        var second = checkout.run();

        assertThat(first.stderr()).contains("not possible here");
        assertThat(first.stdout()).noneMatch(argument -> argument.startsWith("-XX:AOTCache="));
        assertThat(first.exitCode()).isZero();
        assertThat(second.stderr()).isEmpty();
    }
}
