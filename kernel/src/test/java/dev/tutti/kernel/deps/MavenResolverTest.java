package dev.tutti.kernel.deps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MavenResolverTest {

    @TempDir
    Path folder;

    private MavenHome home;
    private MavenResolver resolver;

    @BeforeEach
    void open() throws IOException {
        home = new MavenHome(folder);
        resolver = MavenResolver.open(home.settings(), false, (file, from, bytes, of) -> {});
    }

    @AfterEach
    void close() {
        resolver.close();
    }

    @Test
    void theSettingsSayWhereArtifactsComeFromAndGoTo() throws Exception {
        home.publish("a:a:1");

        Resolution resolution = resolver.resolve(wanting("a:a:1"));

        assertThat(resolution.files())
                .singleElement()
                .satisfies(one -> assertThat(one.file()).startsWith(folder.resolve("local")));
        assertThat(resolver.asked(Wishes.NONE)).map(Repository::id).containsExactly("here");
    }

    @Test
    void whatAnArtifactNeedsComesAlong() throws Exception {
        home.publish("a:a:1", "b:b:1");
        home.publish("b:b:1", "c:c:1");
        home.publish("c:c:1");

        assertThat(names(resolver.resolve(wanting("a:a:1")))).containsExactly("a:a:1", "b:b:1", "c:c:1");
    }

    @Test
    void anExcludedModuleStaysAway() throws Exception {
        home.publish("a:a:1", "b:b:1");
        home.publish("b:b:1");
        Wishes wishes = new Wishes(List.of(Coordinates.parse("a:a:1")), List.of(), List.of("b:*"), List.of());

        assertThat(names(resolver.resolve(wishes))).containsExactly("a:a:1");
    }

    @Test
    void aBillOfMaterialsGivesTheVersions() throws Exception {
        home.publish("a:a:1");
        home.publish("a:a:2");
        home.publish("b:b:1");
        home.publish("b:b:2");
        home.publish("c:c:1", "b:b:1");
        home.publishBom("x:bom:1", "a:a:1", "b:b:2");
        Wishes wishes = new Wishes(
                List.of(Coordinates.parse("a:a"), Coordinates.parse("c:c:1")),
                List.of(Coordinates.parse("x:bom:1@pom")),
                List.of(),
                List.of());

        assertThat(names(resolver.resolve(wishes))).containsExactly("a:a:1", "c:c:1", "b:b:2");
    }

    @Test
    void withoutAVersionTheNewestReleaseIsMeant() throws Exception {
        home.publish("a:a:1.2");
        home.publish("a:a:1.10");
        home.publish("a:a:2.0-beta1");

        assertThat(names(resolver.resolve(wanting("a:a")))).containsExactly("a:a:1.10");
    }

    @Test
    void aConflictIsReportedWithTheVersionThatWon() throws Exception {
        home.publish("a:a:1", "c:c:1");
        home.publish("b:b:1", "c:c:2");
        home.publish("c:c:1");
        home.publish("c:c:2");

        Resolution resolution = resolver.resolve(wanting("a:a:1", "b:b:1"));

        assertThat(names(resolution)).containsExactly("a:a:1", "c:c:1", "b:b:1");
        assertThat(resolution.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.module()).isEqualTo("c:c");
            assertThat(conflict.chosen()).isEqualTo("1");
            assertThat(conflict.losers()).containsExactly("2");
        });
    }

    @Test
    void aVersionThatIsNotThereIsAnsweredWithThoseThatAre() throws Exception {
        home.publish("a:a:1.0");
        home.publish("a:a:2.0");

        assertThatThrownBy(() -> resolver.resolve(wanting("a:a:2.1")))
                .hasMessageContaining("There is no version 2.1 of a:a")
                .hasMessageContaining("The newest is 2.0");
    }

    @Test
    void aModuleThatIsNotThereIsAnsweredWithItsLikes() throws Exception {
        home.publish("org.some:library:1.0");
        resolver.resolve(wanting("org.some:library:1.0"));

        assertThatThrownBy(() -> resolver.resolve(wanting("org.som:libary:1.0")))
                .hasMessageContaining("There is no org.som:libary in here")
                .hasMessageContaining("On this machine there is org.some:library");
    }

    @Test
    void whatIsNeededButMissingIsNamed() throws Exception {
        home.publish("a:a:1", "gone:gone:1");

        assertThatThrownBy(() -> resolver.resolve(wanting("a:a:1"))).hasMessageContaining("There is no gone:gone");
    }

    @Test
    void aRepositoryThatRefusesIsNamedWithItsAddress() throws Exception {
        int refused;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refused = closed.getLocalPort();
        }
        MavenHome elsewhere = new MavenHome(folder.resolve("other"), "http://127.0.0.1:" + refused + "/");
        try (MavenResolver lost = MavenResolver.open(elsewhere.settings(), false, (file, from, bytes, of) -> {})) {
            assertThatThrownBy(() -> lost.resolve(wanting("a:a:1")))
                    .hasMessageContaining("The repository here (http://127.0.0.1:" + refused + "/)")
                    .hasMessageContaining("could not be asked for a:a:1")
                    .hasMessageContaining("settings.xml");
        }
    }

    @Test
    void theProxyOfTheSettingsIsAskedWithItsPassword() throws Exception {
        home.publish("a:a:1");
        try (LoopbackProxy proxy = new LoopbackProxy(home.repository())) {
            MavenHome behind =
                    new MavenHome(folder.resolve("behind"), "http://repository.invalid/", """
                        <proxies><proxy><active>true</active><protocol>http</protocol><host>127.0.0.1</host><port>%d</port>
                        <username>me</username><password>secret</password></proxy></proxies>
                        """.formatted(proxy.port()));
            try (MavenResolver through = MavenResolver.open(behind.settings(), false, (file, from, bytes, of) -> {})) {
                assertThat(names(through.resolve(wanting("a:a:1")))).containsExactly("a:a:1");
            }
            assertThat(proxy.asked()).contains("http://repository.invalid/a/a/1/a-1.jar");
        }
    }

    @Test
    void aModuleWhoseVersionsNoRepositoryTellsIsAnsweredWithThoseOfThisMachine() throws Exception {
        home.publish("a:a:1");
        resolver.resolve(wanting("a:a:1"));
        Files.delete(home.repository().resolve("a/a/maven-metadata.xml"));

        assertThatThrownBy(() -> resolver.resolve(wanting("a:a")))
                .hasMessageContaining("The repositories do not tell which versions of a:a there are (asked: here (")
                .hasMessageEndingWith("On this machine there is a:a:1.");
    }

    @Test
    void aRepositoryThatCannotBeAskedMayHaveWhatTheOthersDoNotHave() throws Exception {
        int refused;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refused = closed.getLocalPort();
        }
        Repository lost = new Repository("lost", "http://127.0.0.1:" + refused + "/");
        Wishes wishes = new Wishes(List.of(Coordinates.parse("a:a:1")), List.of(), List.of(), List.of(lost));

        assertThatThrownBy(() -> resolver.resolve(wishes))
                .hasMessageContaining("The repository lost (http://127.0.0.1:");
    }

    @Test
    void offlineTakesWhatIsOnTheMachine() throws Exception {
        home.publish("a:a:1");
        home.publish("b:b:1");
        resolver.resolve(wanting("a:a:1"));

        try (MavenResolver offline = MavenResolver.open(home.settings(), true, (file, from, bytes, of) -> {})) {
            assertThat(names(offline.resolve(wanting("a:a:1")))).containsExactly("a:a:1");
            assertThatThrownBy(() -> offline.resolve(wanting("b:b:1"))).isInstanceOf(DependencyException.class);
        }
    }

    @Test
    void theLocalRepositoryCompletesWhatItHas() throws Exception {
        home.publish("org.some:library:1.9");
        home.publish("org.some:library:1.10");
        home.publish("org.some:other:1");
        resolver.resolve(wanting("org.some:library:1.9"));
        resolver.resolve(wanting("org.some:library:1.10", "org.some:other:1"));
        LocalRepository local = new LocalRepository(resolver.localRepository());

        assertThat(local.completions("org.s")).containsExactly("org.some:");
        assertThat(local.completions("org.some:l")).containsExactly("org.some:library");
        assertThat(local.completions("org.some:library:1"))
                .containsExactly("org.some:library:1.10", "org.some:library:1.9");
    }

    private static Wishes wanting(String... coordinates) throws DependencyException {
        List<Coordinates> wanted = new ArrayList<>();
        for (String text : Arrays.asList(coordinates)) {
            wanted.add(Coordinates.parse(text));
        }
        return new Wishes(wanted, List.of(), List.of(), List.of());
    }

    private static List<String> names(Resolution resolution) {
        return resolution.files().stream()
                .map(one -> one.coordinates().toString())
                .toList();
    }
}
