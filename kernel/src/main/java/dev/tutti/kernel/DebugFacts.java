package dev.tutti.kernel;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.kernel.compile.CellCompiler;
import dev.tutti.kernel.compile.CodeLines;
import dev.tutti.kernel.compile.Compilation;
import dev.tutti.kernel.compile.CompiledCell;
import dev.tutti.kernel.compile.CompiledStep;
import dev.tutti.kernel.compile.Declaration;
import dev.tutti.kernel.compile.Diagnostic;
import dev.tutti.kernel.compile.JavaStep;
import dev.tutti.kernel.debug.CodePlace;
import dev.tutti.kernel.debug.DebugException;
import dev.tutti.kernel.debug.SessionFacts;
import java.lang.classfile.MethodModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What the debugger knows of the session, and of code that is no part of it: what is debugged, and expressions of the
 * prompt. Nothing of that is left in the session.
 */
final class DebugFacts implements SessionFacts {

    private static final String METHOD = "debug$";

    private final Session session;
    private final CellNumber cell;
    private final Map<String, ClassFile> own = new ConcurrentHashMap<>();
    private final List<String> ownMethods = new ArrayList<>();
    private int expressions;

    /** @param cell whose code is debugged */
    DebugFacts(Session session, CellNumber cell) {
        this.session = session;
        this.cell = cell;
    }

    private CellCompiler compiler() {
        return session.compiler().await();
    }

    /** Compiles what is to be debugged. @return the steps, or why they do not compile */
    Compilation compile(List<JavaStep> steps) {
        Compilation compilation = compiler().compile(cell, steps);
        if (compilation instanceof Compilation.Compiled(var compiled)) {
            take(compiled);
        }
        return compilation;
    }

    private void take(CompiledCell compiled) {
        compiler().rollback(compiled);
        for (CompiledStep step : compiled.steps()) {
            step.redefinitions().forEach(file -> own.put(file.name(), file));
            step.classes().forEach(file -> own.put(file.name(), file));
        }
        own.values().forEach(file -> methods(file).forEach(ownMethods::add));
    }

    private static List<String> methods(ClassFile file) {
        return java.lang.classfile.ClassFile.of().parse(file.bytes()).methods().stream()
                .map(MethodModel::methodName)
                .map(Object::toString)
                .toList();
    }

    /** A class that the engine misses. Any thread. */
    Optional<ClassFile> classFile(SessionId of, String name) {
        ClassFile file = own.get(name);
        return file == null ? session.compiler().classFile(of, name) : Optional.of(file);
    }

    @Override
    public Optional<Member> variable(String name) {
        return compiler()
                .variable(name)
                .map(variable ->
                        new Member(variable.ref().className(), variable.ref().field()));
    }

    @Override
    public Optional<CodePlace.CellLine> declared(String name, int line) {
        return compiler().declarations().stream()
                .filter(declaration -> declaration.name().equals(name))
                .findFirst()
                .flatMap(declaration -> firstLine(declaration)
                        .filter(_ -> line >= 1
                                && line <= declaration.source().strip().lines().count())
                        .map(first -> new CodePlace.CellLine(declaration.cell().value(), first + line - 1)));
    }

    private Optional<Integer> firstLine(Declaration declaration) {
        return session.source(declaration.cell())
                .map(CellSource::text)
                .filter(text -> text.contains(declaration.source().strip()))
                .map(text -> (int) text.substring(
                                        0, text.indexOf(declaration.source().strip()))
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                        + 1);
    }

    @Override
    public boolean isMethod(String name) {
        return ownMethods.contains(name)
                || compiler().declarations().stream().anyMatch(declaration -> switch (declaration.kind()) {
                    case METHOD -> declaration.name().equals(name);
                    case TYPE -> declares(declaration, name);
                    case IMPORT, VARIABLE -> false;
                });
    }

    private boolean declares(Declaration type, String method) {
        return compiler().classFiles(type.name()).stream()
                .flatMap(bytes -> java.lang.classfile.ClassFile.of().parse(bytes).methods().stream())
                .anyMatch(declared -> declared.methodName().equalsString(method));
    }

    @Override
    public SortedSet<Integer> codeLines(int number) {
        CellNumber asked = new CellNumber(number);
        SortedSet<Integer> lines = compiler().codeLines(asked);
        lines.addAll(CodeLines.of(asked, own.values()));
        return lines;
    }

    @Override
    public Member compile(String expression, List<Parameter> parameters) throws DebugException {
        String name = METHOD + ++expressions;
        String head = name + "("
                + parameters.stream()
                        .map(parameter -> "final " + parameter.type() + " " + parameter.name())
                        .collect(Collectors.joining(", "))
                + ") throws Throwable { ";
        Compilation value =
                compiler().compile(cell, List.of(step("static Object " + head + "return " + expression + "; }")));
        if (value instanceof Compilation.Compiled(var compiled)) {
            return taken(compiled, name);
        }
        Compilation statement = compiler().compile(cell, List.of(step("static void " + head + expression + "; }")));
        if (statement instanceof Compilation.Compiled(var compiled)) {
            return taken(compiled, name);
        }
        String why = message(value);
        throw new DebugException(why.startsWith("illegal start of expression") ? message(statement) : why);
    }

    private static String message(Compilation rejected) {
        return ((Compilation.Rejected) rejected)
                .diagnostics().stream().map(Diagnostic::message).collect(Collectors.joining("\n"));
    }

    private static JavaStep step(String java) {
        return new JavaStep(java, 0, java.length(), OptionalInt.empty());
    }

    private Member taken(CompiledCell compiled, String method) throws DebugException {
        Optional<String> unknown = compiled.notes().stream()
                .map(Diagnostic::message)
                .filter(note -> note.startsWith(method + " refers to"))
                .findFirst();
        if (unknown.isPresent()) {
            compiler().rollback(compiled);
            throw new DebugException(
                    "This" + unknown.get().substring(method.length()).split("\\. ")[0] + ".");
        }
        take(compiled);
        return compiled.steps().stream()
                .flatMap(step -> step.classes().stream())
                .filter(file -> methods(file).contains(method))
                .map(file -> new Member(file.name(), method))
                .findFirst()
                .orElseThrow(() -> new DebugException("This refers to something that is not declared."));
    }
}
