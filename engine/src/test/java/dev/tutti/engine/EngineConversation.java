package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EntryPoint;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.Outcome;
import dev.tutti.engine.wire.RenderLimits;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.VariableRef;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One engine and the words to talk to it. The suites that extend this run over every transport. */
@Timeout(120)
abstract class EngineConversation {

    static final SessionId SESSION = new SessionId(7);
    static final EngineId ENGINE = new EngineId(2);

    @TempDir
    Path folder;

    Cells cells;
    TestEngine engine;
    ControllerEnd controller;
    private int lastCell;

    /** How the engine is started. */
    abstract TestEngine.Launch launch();

    /** Which engine it is. */
    EngineId engineId() {
        return ENGINE;
    }

    @BeforeEach
    void startTheEngine() throws Exception {
        cells = new Cells(Files.createDirectories(folder.resolve("classes")));
        engine = launch().start(engineId(), folder);
        controller = engine.controller();
    }

    @AfterEach
    void endTheEngine() throws Exception {
        engine.close();
    }

    /** A cell of one entry point that gives a value, whose wrapper has more members. */
    Message.Execute cell(int wrapper, String expression, String... members) {
        String body = "public static Object do_it$() throws Throwable { return " + expression + "; }";
        return execute(entry(wrapper, true), classes(wrapper, body, members));
    }

    /** A cell of statements. */
    Message.Execute run(int wrapper, String statements, String... members) {
        String body = "public static void do_it$() throws Throwable { " + statements + " }";
        return execute(entry(wrapper, false), classes(wrapper, body, members));
    }

    /** A cell that declares variables and gives them their values. */
    Message.Execute declare(int wrapper, String declaration, String initialiser, String... names) {
        String body = "public static Object do_it$() throws Throwable { " + initialiser + "; return null; }";
        EntryPoint entry = new EntryPoint(
                "REPL.$JShell$" + wrapper,
                "do_it$",
                java.util.Arrays.stream(names)
                        .map(name -> variable(wrapper, name))
                        .toList(),
                false);
        return execute(entry, classes(wrapper, body, declaration));
    }

    Message.Execute execute(EntryPoint entry, List<ClassFile> classes) {
        return execute(List.of(entry), classes, List.of());
    }

    Message.Execute execute(List<EntryPoint> entries, List<ClassFile> classes, List<ClassFile> redefinitions) {
        lastCell++;
        return new Message.Execute(
                SESSION,
                new CellNumber(lastCell),
                List.of(new EngineId(0), ENGINE, new EngineId(5)),
                classes,
                redefinitions,
                entries,
                true,
                RenderLimits.DEFAULT);
    }

    EntryPoint entry(int wrapper, boolean result) {
        return new EntryPoint("REPL.$JShell$" + wrapper, "do_it$", List.of(), result);
    }

    static VariableRef variable(int wrapper, String name) {
        return new VariableRef("REPL.$JShell$" + wrapper, name);
    }

    private List<ClassFile> classes(int wrapper, String body, String... members) {
        List<String> all = new ArrayList<>(List.of(members));
        all.add(body);
        return cells.wrapper(wrapper, String.join("\n", all));
    }

    /** The value's text. */
    String value(Message.Execute cell) {
        Message.Done done = controller.ask(cell).done();
        assertThat(done.outcome()).isInstanceOf(Outcome.Value.class);
        return ((Outcome.Value) done.outcome()).rendered().text();
    }

    Outcome outcome(Message.Execute cell) {
        return controller.ask(cell).done().outcome();
    }

    /** Starts a cell that says on its standard output that it runs, and waits until it says so. */
    RequestId startAndAwaitOutput(Message.Execute cell) {
        RequestId id = controller.send(cell);
        assertThat(controller.next(id)).isInstanceOf(Message.Output.class);
        return id;
    }

    Message.Stopping stop(RequestId execution) {
        RequestId id = controller.send(new Message.Stop(execution));
        return (Message.Stopping) controller.next(id);
    }
}
