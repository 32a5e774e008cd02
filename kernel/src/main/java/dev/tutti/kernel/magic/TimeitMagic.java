package dev.tutti.kernel.magic;

import dev.tutti.client.Timing;
import dev.tutti.engine.measure.Figures;
import dev.tutti.engine.measure.Units;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.kernel.cell.CellSyntaxException;
import dev.tutti.kernel.compile.Surrounding;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %timeit}, after IPython's, with the care that a JVM needs. */
@Command(
        name = "timeit",
        sortOptions = false,
        customSynopsis = {"%%timeit [OPTIONS] CODE", "%%%%timeit [OPTIONS] [PREPARATION]", "      CODE LINES"},
        description = {
            "Runs code again and again, first until it no longer gets faster, then in runs that are measured. What it",
            "gives is used, so that the JVM cannot leave it out: end statements with an expression. The timing is _",
            "afterwards, a dev.tutti.client.Timing. All runs are in one JVM, which has a past: --fork measures in"
                    + " fresh",
            "ones. For what must be exact, use JMH."
        })
final class TimeitMagic implements Magic.Code {

    private static final String EXAMPLE = "%timeit f(30)";
    private static final int USUAL_RUNS = 7;
    private static final int MOST_RUNS = 1_000;
    private static final int MOST_FORKS = 100;

    @Option(names = "-n", paramLabel = "CALLS", description = "calls in a run. Default: as many as take 0.1 s.")
    private Long calls;

    @Option(names = "-r", paramLabel = "RUNS", description = "how many runs. Default: 7.")
    private Integer runs;

    @Option(names = "-q", description = "say nothing: only _ is wanted")
    private boolean quiet;

    @Option(names = "-o", description = "show the timing as the cell's value too")
    private boolean output;

    @Option(names = "-p", paramLabel = "DIGITS", description = "digits of times. Default: 3.")
    private Integer precision;

    @Option(
            names = "--fork",
            paramLabel = "JVMS",
            description = {
                "measure in so many fresh JVMs, one after the other, with the declarations and values that the code"
                        + " needs;",
                "the deviation is that between them"
            })
    private String forks;

    @Option(
            names = "--jvm-args",
            paramLabel = "ARGS",
            description = "with --fork: further arguments of the JVMs, in quotes")
    private String jvmArguments;

    @Override
    public boolean takesPreparation() {
        return true;
    }

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        check();
        if (forks != null) {
            checkForks();
        } else if (jvmArguments != null) {
            throw new MagicException("%timeit --jvm-args is for fresh JVMs: %timeit --fork 3 --jvm-args '"
                    + jvmArguments + "' f(30). Without --fork the code runs in the JVM that is there.");
        }
        MeasuringStep.requireJava(code, "timeit", EXAMPLE);
        String arguments = (calls == null ? 0 : calls) + "L, " + (runs == null ? USUAL_RUNS : runs) + ", ";
        Surrounding around = code.preparation().isEmpty()
                ? MeasuredCode.argument(code, "dev.tutti.client.TimeIt.of(" + arguments)
                : MeasuredCode.prepared(
                        code, "dev.tutti.client.TimeIt.prepared(" + arguments, "dev.tutti.client.TimeIt.code(");
        return forks == null
                ? MeasuringStep.of(code, around, context, this::tell)
                : new TimeitForks(Integer.parseInt(forks), jvmArguments())
                        .steps(code, around, context, this::tellForks);
    }

    private void check() throws MagicException {
        if (calls != null && calls < 1) {
            throw new MagicException("%timeit -n takes how many calls a run has, at least 1, not " + calls + ".");
        }
        if (runs != null && (runs < 1 || runs > MOST_RUNS)) {
            throw new MagicException(
                    "%timeit -r takes how many runs there are, from 1 to " + MOST_RUNS + ", not " + runs + ".");
        }
        if (precision != null && (precision < 1 || precision > 15)) {
            throw new MagicException("%timeit -p takes a number of digits from 1 to 15, not " + precision + ".");
        }
    }

    private void checkForks() throws MagicException {
        if (output || quiet) {
            throw new MagicException("%timeit --fork leaves no timing as a value, so -o and -q make no sense with it.");
        }
        if (!forks.matches("[1-9]\\d{0,4}") || Integer.parseInt(forks) > MOST_FORKS) {
            throw new MagicException("%timeit --fork takes how many fresh JVMs there are, from 1 to " + MOST_FORKS
                    + ", not '" + forks + "': %timeit --fork 3 f(30).");
        }
    }

    private List<String> jvmArguments() {
        return jvmArguments == null
                ? List.of()
                : ArgumentWords.of(jvmArguments).stream()
                        .map(ArgumentWords.Word::text)
                        .toList();
    }

    private void tellForks(List<Timing> timings, MagicContext context) {
        context.print(ForkedTiming.of(timings).text(precision == null ? Units.DIGITS : precision));
    }

    private void tell(SortedMap<EngineId, Figures> figures, MagicContext context) {
        if (quiet) {
            return;
        }
        int digits = precision == null ? Units.DIGITS : precision;
        if (figures.size() == 1) {
            context.print(timing(figures.values().iterator().next()).text(digits));
            return;
        }
        EngineTable table = new EngineTable(
                "a call",
                nanos -> Units.time(nanos, digits),
                "a call",
                "deviation",
                "best run",
                "allocated",
                "settled");
        figures.forEach((engine, told) -> {
            Timing timing = timing(told);
            table.add(
                    engine,
                    timing.mean(),
                    deviation(timing),
                    Units.time(timing.best(), digits),
                    size(timing.bytes()),
                    timing.settled() ? "yes" : "no");
        });
        context.print(table.text(context.width()));
    }

    private static Timing timing(Figures figures) {
        return Timing.parse(figures.text());
    }

    private static String deviation(Timing timing) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * timing.deviation() / Math.max(timing.mean(), 1e-9));
    }

    private static String size(OptionalDouble bytes) {
        return bytes.isPresent() ? Units.size(bytes.getAsDouble()) : "?";
    }
}
