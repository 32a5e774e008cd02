package dev.tutti.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may import whom: the rooms of {@link Rooms} and the foreign libraries, each with its one place. */
final class LayeringTest {

    private final JavaClasses ours = OurClasses.all();

    @Test
    void everyRoomIsInTheTable() {
        Set<String> rooms = ours.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

        assertThat(Rooms.DOORS.keySet()).containsAll(rooms);
    }

    @TestFactory
    java.util.stream.Stream<DynamicTest> aRoomUsesOnlyItsDoors() {
        return Rooms.DOORS.entrySet().stream()
                .filter(room -> ours.stream().anyMatch(in(room.getKey())))
                .map(room -> DynamicTest.dynamicTest(room.getKey(), () -> shutOtherDoors(room)));
    }

    private void shutOtherDoors(Map.Entry<String, Set<String>> room) {
        noClasses()
                .that(describe("are in " + room.getKey(), in(room.getKey())))
                .should()
                .dependOnClassesThat(describe(
                        "are in another room of ours than " + room.getValue(),
                        target -> target.getPackageName().startsWith("dev.tutti")
                                && !target.getPackageName().equals(room.getKey())
                                && !room.getValue().contains(target.getPackageName())))
                .check(ours);
    }

    @Test
    void roomsFormNoCycles() {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
                        return SliceIdentifier.of(javaClass.getPackageName());
                    }

                    @Override
                    public String getDescription() {
                        return "rooms";
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(ours);
    }

    @Test
    void jshellIsKnownToTheCompilerRoomOnlyAndTheTreesOfJavacToTheExportToo() {
        libraryStaysIn("jdk.jshell", "dev.tutti.kernel.compile");
        libraryStaysIn("com.sun.source", "dev.tutti.kernel.compile", "dev.tutti.kernel.export");
    }

    @Test
    void nettyIsKnownToTheTransportRoomOnly() {
        libraryStaysIn("io.netty", "dev.tutti.kernel.transport");
    }

    @Test
    void jlineIsKnownToTheLineAndDisplayRoomsOnly() {
        libraryStaysIn("org.jline", "dev.tutti.shell.line", "dev.tutti.shell.display");
    }

    @Test
    void jsoupIsKnownToHelpOnly() {
        libraryStaysIn("org.jsoup", "dev.tutti.shell.help", "dev.tutti.kernel.javadoc");
    }

    @Test
    void picocliIsKnownToTheCommandLineAndTheMagicsOnly() {
        libraryStaysIn("picocli", "dev.tutti.shell.cli", "dev.tutti.kernel.magic");
    }

    @Test
    void jsonIsKnownToTheDisplayTheCommandLineAndTheExportOnly() {
        libraryStaysIn("tools.jackson", "dev.tutti.shell.display", "dev.tutti.shell.cli", "dev.tutti.kernel.export");
    }

    @Test
    void theAttachApiIsKnownToTheRoomOfRunningJvmsOnly() {
        libraryStaysIn("com.sun.tools.attach", "dev.tutti.kernel.attach");
    }

    @Test
    void foryIsKnownToTheCodecOnly() {
        libraryStaysIn("org.apache.fory", "dev.tutti.engine.codec");
    }

    /**
     * Two rooms can do without what they name behind a question whether it is there: the codec without Fory,
     * measurements without what a JVM tells beyond the standard.
     */
    @Test
    void theEngineNeedsNothingButTheJdk() {
        classes()
                .that()
                .resideInAnyPackage("dev.tutti.engine..", "dev.tutti.client..", "dev.tutti.comm..", "dev.tutti.woven..")
                .and()
                .resideOutsideOfPackage("dev.tutti.engine.codec")
                .and()
                .resideOutsideOfPackage("dev.tutti.engine.measure")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "dev.tutti.engine..", "dev.tutti.client..", "dev.tutti.comm..", "dev.tutti.woven..")
                .check(ours);
    }

    private void libraryStaysIn(String library, String... rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library + "..")
                .check(ours);
    }

    private static java.util.function.Predicate<JavaClass> in(String room) {
        return javaClass -> javaClass.getPackageName().equals(room);
    }
}
