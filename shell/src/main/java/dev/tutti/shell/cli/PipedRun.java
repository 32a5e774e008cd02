package dev.tutti.shell.cli;

import dev.tutti.kernel.CellOrigin;
import dev.tutti.kernel.CellSource;
import dev.tutti.kernel.Kernel;
import dev.tutti.kernel.cell.CellReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** {@code … | tutti}: cells read from standard input; each runs as soon as it is complete. */
final class PipedRun {

    private final Invocation invocation;
    private final Streams streams;

    PipedRun(Invocation invocation, Streams streams) {
        this.invocation = invocation;
        this.streams = streams;
    }

    int run() throws UsageException {
        OffPrompt setting = OffPrompt.of(invocation, streams);
        try (Kernel kernel = setting.open(_ -> new byte[0])) {
            BufferedReader input = new BufferedReader(new InputStreamReader(
                    System.in,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)));
            CellSequence sequence = setting.sequence(kernel, () -> next(input));
            invocation.cells().forEach(text -> sequence.run(new CellSource(text, CellOrigin.TYPED)));
            CellReader reader = kernel.scriptCells().reader();
            for (String line = input.readLine(); line != null && !sequence.ended(); line = input.readLine()) {
                reader.line(line).forEach(cell -> sequence.run(new CellSource(cell.text(), CellOrigin.TYPED)));
            }
            reader.end().forEach(cell -> sequence.run(new CellSource(cell.text(), CellOrigin.TYPED)));
            return sequence.exitCode();
        } catch (IOException e) {
            throw new UsageException("Standard input cannot be read as UTF-8 text: " + e.getMessage() + ".");
        }
    }

    /** A magic that asks is answered by the lines that follow. */
    private static Optional<String> next(BufferedReader input) {
        try {
            return Optional.ofNullable(input.readLine());
        } catch (IOException e) {
            return Optional.empty(); // the next cell will tell
        }
    }
}
