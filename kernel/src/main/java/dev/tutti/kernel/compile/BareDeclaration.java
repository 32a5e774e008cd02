package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.VariableRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import javax.lang.model.SourceVersion;
import jdk.jshell.Snippet.Status;

/**
 * Declares a variable that no cell of the user's declares, because a value is to be put there: a transaction of its own,
 * of which nothing runs anywhere. A cell may be running meanwhile; what that needs stays as it is.
 */
final class BareDeclaration {

    private final CompilerSession session;
    private final CellCompilation compilation;
    private final Function<List<JavaStep>, CellCompilation.Attempt> compiler;

    BareDeclaration(
            CompilerSession session,
            CellCompilation compilation,
            Function<List<JavaStep>, CellCompilation.Attempt> compiler) {
        this.session = session;
        this.compilation = compilation;
        this.compiler = compiler;
    }

    DeclaredVariable declare(String name, String type) {
        if (!SourceVersion.isIdentifier(name) || SourceVersion.isKeyword(name)) {
            return new DeclaredVariable(Optional.empty(), List.of());
        }
        String written = WrapperName.strip(type).replace('$', '.');
        return tryType(name, written)
                .or(() -> tryType(name, "Object"))
                .orElseGet(() -> new DeclaredVariable(Optional.empty(), List.of()));
    }

    private Optional<DeclaredVariable> tryType(String name, String type) {
        String java = type + " " + name + ";";
        List<JavaStep> steps = List.of(new JavaStep(java, 0, java.length(), OptionalInt.empty()));
        if (!(compiler.apply(steps) instanceof CellCompilation.Finished finished)) {
            return Optional.empty();
        }
        Optional<SessionVariable> declared = finished.live().stream()
                .filter(snippet -> snippet.status() == Status.VALID)
                .flatMap(snippet -> snippet.variable().stream())
                .filter(variable -> variable.name().equals(name))
                .findFirst();
        if (declared.isEmpty()) {
            compilation.rollback(finished);
            return Optional.empty();
        }
        List<VariableRef> neededByRunningCell = session.discarded();
        compilation.commit(finished);
        List<VariableRef> discarded = new ArrayList<>(neededByRunningCell);
        discarded.addAll(session.discarded());
        session.discarded(discarded);
        List<ClassFile> redefinitions = finished.cell().steps().stream()
                .flatMap(step -> step.redefinitions().stream())
                .toList();
        return Optional.of(new DeclaredVariable(declared, redefinitions));
    }
}
