package dev.tutti.kernel.magic;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.kernel.compile.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %reset}: a new session, or one without some declarations. */
@Command(
        name = "reset",
        sortOptions = false,
        customSynopsis = {"%%reset [in] [out]", "%%reset -s NAME...", "%%reset -p REGEX"},
        description = {
            "Drops all declarations, values and results, at local and on all engines. The cells go on counting.",
            "With the words in or out only the texts of cells that In means, or the results of cells.",
            "With -s or -p only some declarations, with the values of variables; what needs them stays, but cannot run"
                    + " until they are declared again.",
            "Tasks that run on engines are not stopped: they end with what they took along. %%abort cancels them."
        })
final class ResetMagic implements Magic.Action {

    @Parameters(arity = "0..*", paramLabel = "in|out", description = "drop only the texts or the results of cells")
    private List<String> parts = new ArrayList<>();

    @Option(
            names = {"-s", "--selected"},
            arity = "1..*",
            paramLabel = "NAME",
            description = "variables, methods, types")
    private List<String> names = new ArrayList<>();

    @Option(
            names = {"-p", "--pattern"},
            paramLabel = "REGEX",
            description = "all in whose names this regular expression is found")
    private String pattern;

    @Override
    public void run(MagicContext context) throws MagicException {
        if (!parts.isEmpty()) {
            if (!names.isEmpty() || pattern != null) {
                throw new MagicException("The words in and out do not go with -s and -p: those choose declarations."
                        + " Leave one of the two out.");
            }
            for (String part : parts) {
                drop(part, context);
            }
        } else if (names.isEmpty() && pattern == null) {
            context.reset();
            context.print("All declarations, values and results are dropped, at local and on all engines.");
        } else if (pattern == null) {
            drop(names, context);
        } else {
            drop(matching(), context);
        }
    }

    private static void drop(String part, MagicContext context) throws MagicException {
        switch (part) {
            case "in" -> {
                context.history().dropInputs();
                context.print("In has no texts any more; %history has them still.");
            }
            case "out" -> {
                SortedSet<EngineId> busy = context.history().dropResults();
                context.print("The results of all cells are dropped"
                        + (busy.isEmpty()
                                ? "."
                                : ", but not on " + EngineRanges.named(busy)
                                        + ": busy. %reset out once more when they are idle."));
            }
            default ->
                throw new MagicException(
                        "%reset takes the words in and out, not '" + part + "'. %reset -s drops declarations by name.");
        }
    }

    private Predicate<Declaration> matching() throws MagicException {
        try {
            Pattern compiled = Pattern.compile(pattern);
            return declaration -> isNamed(declaration)
                    && (names.contains(declaration.name())
                            || compiled.matcher(declaration.name()).find());
        } catch (PatternSyntaxException e) {
            throw new MagicException("'" + pattern + "' is no regular expression: " + e.getDescription() + ".");
        }
    }

    private static boolean isNamed(Declaration declaration) {
        return declaration.kind() != Declaration.Kind.IMPORT;
    }

    /** Drops all declarations of these names. */
    static void drop(List<String> names, MagicContext context) throws MagicException {
        for (String name : names) {
            if (context.declarations().stream()
                    .noneMatch(d -> isNamed(d) && d.name().equals(name))) {
                throw new MagicException(name + " is not declared. %who lists what is. Nothing was dropped.");
            }
        }
        drop(declaration -> isNamed(declaration) && names.contains(declaration.name()), context);
    }

    private static void drop(Predicate<Declaration> which, MagicContext context) throws MagicException {
        List<String> dropped = context.state().drop(which);
        context.print(dropped.isEmpty() ? "Nothing has such a name." : "Dropped: " + String.join(", ", dropped) + ".");
    }
}
