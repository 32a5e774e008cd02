package dev.tutti.kernel.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.engine.wire.CellNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several threads use the one compiler: each waits until the other's cell is settled. */
@Timeout(60)
final class TurnsTest {

    private final Session session = new Session("java.util.*");

    @AfterEach
    void close() {
        session.close();
    }

    private static <T> FutureTask<T> start(Callable<T> action) {
        FutureTask<T> task = new FutureTask<>(action);
        Thread.ofPlatform().daemon().start(task);
        return task;
    }

    private static CompiledCell cell(CellCompiler compiler, int number, String java) {
        JavaStep step = new JavaStep(java, 0, java.length(), OptionalInt.empty());
        return ((Compilation.Compiled) compiler.compile(new CellNumber(number), List.of(step))).cell();
    }

    @Test
    void whoHasACompiledCellMustSettleIt() {
        CellCompiler compiler = session.compiler();
        CompiledCell first = cell(compiler, 1, "int a = 1;");
        assertThatThrownBy(() -> cell(compiler, 2, "int b = 1;")).hasMessageContaining("neither committed");
        compiler.rollback(first);
        compiler.commit(cell(compiler, 2, "int b = 1;"));
        assertThat(compiler.variables()).extracting(SessionVariable::name).containsExactly("b");
    }

    @Test
    void othersWaitForIt() throws Exception {
        CellCompiler compiler = session.compiler();
        CompiledCell first = cell(compiler, 1, "int a = 1;");
        CountDownLatch begun = new CountDownLatch(1);
        FutureTask<DeclaredVariable> declared = start(() -> {
            begun.countDown();
            return compiler.declare("a", "String");
        });
        begun.await();
        compiler.commit(first);
        assertThat(declared.get().variable().orElseThrow().type()).isEqualTo("int");
    }

    @Test
    void manyThreadsCompileAndDeclare() throws Exception {
        CellCompiler compiler = session.compiler();
        List<FutureTask<Object>> tasks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int thread = i;
            tasks.add(start(() -> {
                for (int round = 0; round < 5; round++) {
                    compiler.commit(cell(compiler, 100 * thread + round + 1, "int c" + thread + " = " + round + ";"));
                    compiler.declare("d" + thread + "x" + round, "double[]");
                    compiler.captures("REPL.$JShell$1", "do_it$", "()V");
                }
                return thread;
            }));
        }
        for (FutureTask<Object> task : tasks) {
            task.get();
        }
        assertThat(compiler.variables()).hasSize(4 + 20);
    }

    @Test
    void aDeclarationLeavesTheRunningCellAlone() throws Throwable {
        CompiledCell running = session.compile("List<Integer> l = new ArrayList<>(); 1 + 1; l.add(3); l.size()");
        DeclaredVariable declared = session.compiler().declare("data", "List<double[]>");
        assertThat(declared.redefinitions()).isEmpty();
        assertThat(session.local().run(running)).contains(1);
        assertThat(session.variable("data").type()).isEqualTo("List<double[]>");
        assertThat(session.local().isDefined(session.variable("data").ref())).isFalse();
        CompiledCell next = session.compile("data = List.of(new double[] {1.5}); data.get(0)[0]");
        assertThat(next.dropped())
                .as("what the cell before needed only while it ran")
                .isNotEmpty();
        assertThat(session.local().run(next)).contains(1.5);
    }
}
