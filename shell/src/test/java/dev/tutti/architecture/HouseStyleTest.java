package dev.tutti.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of CONTRIBUTING.md that a machine can hold. */
final class HouseStyleTest {

    private static final int CONSTRUCTOR_PARAMETERS = 5;
    private static final int FILE_LINES = 500;

    private final JavaClasses ours = OurClasses.all();

    @Test
    void theRulesSeeTheWholeHouse() {
        assertThat(ours.size()).isGreaterThan(150);
        assertThat(ours)
                .extracting(JavaClass::getPackageName)
                .contains("dev.tutti.engine.wire", "dev.tutti.kernel.cell");
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Common|Misc|Impl|Base)(\\$.*)?")
                .orShould()
                .haveNameMatching(".*[.$]Abstract[A-Z].*")
                .check(ours);
    }

    @Test
    void theWireIsMadeOfRecordsEnumsAndSealedTypes() {
        ArchCondition<JavaClass> plainData = be(DescribedPredicate.describe(
                "a record, an enum or sealed",
                type -> type.isRecord() || type.isEnum() || type.reflect().isSealed()));
        classes()
                .that(resideInAPackage("dev.tutti.engine.wire"))
                .and(DescribedPredicate.describe("are messages and what they are made of", HouseStyleTest::isData))
                .should(plainData)
                .check(ours);
    }

    @Test
    void concreteClassesAreFinal() {
        classes()
                .that(DescribedPredicate.describe("are classes", HouseStyleTest::isClassOfSource))
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(ours);
    }

    /** To hold back a process that floods its pipe is not waiting for something: that one place may. */
    @Test
    void nothingWaitsBySleeping() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.tutti.kernel.launch.ProcessOutput")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "Thread.sleep or TimeUnit.sleep",
                        call -> call.getName().equals("sleep")
                                && (call.getTargetOwner().isEquivalentTo(Thread.class)
                                        || call.getTargetOwner().isEquivalentTo(java.util.concurrent.TimeUnit.class))))
                .check(ours);
    }

    @Test
    void onlyTheDisplayAndTheCommandLineWriteToTheStandardStreams() {
        noClasses()
                .that(DescribedPredicate.describe(
                        "are neither mains, nor in the rooms of the command line, the display and the engine's capture",
                        type -> !type.getName().endsWith("Main")
                                // Asked for by user code, and writing where its own prints go.
                                && !List.of(
                                                "dev.tutti.client.BackgroundJobs",
                                                "dev.tutti.client.CapturedOutput",
                                                "dev.tutti.client.CellEvents",
                                                "dev.tutti.client.MagicArguments",
                                                "dev.tutti.client.Shell",
                                                "dev.tutti.client.WaitBar")
                                        .contains(type.getName())
                                && !List.of(
                                                "dev.tutti.engine",
                                                "dev.tutti.shell.cli",
                                                "dev.tutti.shell.display",
                                                "dev.tutti.engine.stream")
                                        .contains(type.getPackageName())))
                .should()
                .accessFieldWhere(DescribedPredicate.describe(
                        "System.out or err",
                        access -> access.getTargetOwner().isEquivalentTo(System.class)
                                && List.of("out", "err").contains(access.getName())))
                .check(ours);
    }

    @Test
    void exceptionsSayWhatHappened() {
        noClasses().should(THROW_GENERIC_EXCEPTIONS).check(ours);
    }

    @Test
    void constructorsTakeFewParameters() {
        constructors()
                .that()
                .areDeclaredInClassesThat(
                        DescribedPredicate.describe("are written as classes", HouseStyleTest::isClassOfSource))
                .should(takeAtMost(CONSTRUCTOR_PARAMETERS))
                .check(ours);
    }

    @Test
    void filesHoldOneConcept() throws IOException {
        Path root = Path.of(System.getProperty("tutti.root"));
        List<String> tooLong = new ArrayList<>();
        for (String module : List.of("engine", "kernel", "shell")) {
            try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src"))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    int lines = Files.readAllLines(file).size();
                    if (lines > FILE_LINES) {
                        tooLong.add(root.relativize(file) + ": " + lines + " lines");
                    }
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    /** Codecs and exceptions stand beside the data that they are about. */
    private static boolean isData(JavaClass type) {
        return !type.isAssignableTo(Throwable.class)
                && !type.isAnonymousClass()
                && !type.getSimpleName().endsWith("Codec")
                && !type.getSimpleName().endsWith("Reader")
                && !type.getSimpleName().endsWith("Writer")
                && !type.getEnclosingClass()
                        .map(JavaClass::getSimpleName)
                        .orElse("")
                        .matches(".*(Reader|Writer)")
                && !type.getSimpleName().equals("package-info");
    }

    private static boolean isClassOfSource(JavaClass type) {
        return !type.isInterface()
                && !type.isEnum()
                && !type.isRecord()
                && !type.isAnonymousClass()
                && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                && !type.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !type.isAssignableTo(Throwable.class)
                && !isEnumConstantBody(type);
    }

    private static boolean isEnumConstantBody(JavaClass type) {
        return type.getRawSuperclass().map(JavaClass::isEnum).orElse(false);
    }

    private static ArchCondition<JavaConstructor> takeAtMost(int parameters) {
        return new ArchCondition<>("take at most " + parameters + " parameters") {
            @Override
            public void check(JavaConstructor constructor, ConditionEvents events) {
                int count = constructor.getRawParameterTypes().size();
                events.add(new SimpleConditionEvent(
                        constructor,
                        count <= parameters,
                        constructor.getFullName() + " takes " + count + " parameters"));
            }
        };
    }
}
