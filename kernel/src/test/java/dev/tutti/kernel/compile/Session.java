package dev.tutti.kernel.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.CellNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** A conversation with the compiler: cells are numbered, compiled, committed and run at places. */
final class Session implements AutoCloseable {

    private final CellCompiler compiler;
    private final Place local;
    private final List<Place> places = new ArrayList<>();
    private int number;
    private OptionalInt underscore = OptionalInt.empty();

    Session(String... imports) {
        this(CellCompiler.open(List.of(imports), List.of()));
    }

    Session(CellCompiler compiler) {
        this.compiler = compiler;
        local = addPlace();
    }

    CellCompiler compiler() {
        return compiler;
    }

    Place local() {
        return local;
    }

    Place addPlace() {
        Place place = new Place(compiler);
        places.add(place);
        return place;
    }

    List<Place> places() {
        return places;
    }

    int number() {
        return number;
    }

    void underscore(int cell) {
        underscore = OptionalInt.of(cell);
    }

    JavaStep step(String java) {
        return new JavaStep(java + "\n", 0, java.length(), underscore);
    }

    /** What would be said of the next cell. */
    List<Diagnostic> check(String java) {
        return compiler.check(new CellNumber(number + 1), List.of(step(java)));
    }

    Compilation attempt(String java) {
        if (number % 2 == 0) {
            check(java); // as when it is typed at a prompt, before Enter
        }
        return compiler.compile(new CellNumber(++number), List.of(step(java)));
    }

    /** Compiles and commits, and runs nowhere. */
    CompiledCell compile(String java) {
        Compilation compilation = attempt(java);
        assertThat(compilation).as(java).isInstanceOf(Compilation.Compiled.class);
        CompiledCell cell = ((Compilation.Compiled) compilation).cell();
        compiler.commit(cell);
        return cell;
    }

    List<Diagnostic> rejected(String java) {
        Compilation compilation = attempt(java);
        assertThat(compilation).as(java).isInstanceOf(Compilation.Rejected.class);
        return ((Compilation.Rejected) compilation).diagnostics();
    }

    /** Runs a cell at local and gives its result. */
    Optional<Object> tryRun(String java) throws Throwable {
        return local.run(compile(java));
    }

    Object run(String java) throws Throwable {
        return tryRun(java).orElse(null);
    }

    void runEverywhere(String java) throws Throwable {
        CompiledCell cell = compile(java);
        for (Place place : places) {
            place.run(cell);
        }
    }

    SessionVariable variable(String name) {
        return compiler.variables().stream()
                .filter(v -> v.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no variable " + name + " among " + compiler.variables()));
    }

    Object value(String name) {
        return local.value(variable(name).ref());
    }

    /** Name, type, wrapper and value at every place: what must not change when a cell fails. */
    String picture() {
        return compiler.variables().stream()
                        .map(v -> v + " = "
                                + places.stream()
                                        .map(p -> p.isDefined(v.ref()) ? String.valueOf(p.value(v.ref())) : "undefined")
                                        .toList())
                        .collect(Collectors.joining("\n"))
                + "\n" + compiler.declarations();
    }

    @Override
    public void close() {
        compiler.close();
    }
}
