package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.CellSyntaxException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** {@code %%script} and its kin, after IPython's: the lines below go to another program. */
@Command(
        sortOptions = false,
        description = {
            "Runs the lines below by another program, which reads them from its standard input: %%%%script gawk -f -.",
            "%%%%bash, %%%%sh, %%%%python3, %%%%perl and %%%%ruby name the program themselves. Nothing in the lines is"
                    + " replaced by Java.",
            "After %%%%px it runs on engines only by its Java form, dev.tutti.client.Shell.runScript(program, text)."
        })
final class ScriptMagic implements Magic.Code {

    private final String fixed;

    @Parameters(arity = "0..*", paramLabel = "PROGRAM [ARG]", description = "the program and its arguments")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "NAME",
            converter = VariableName.Converter.class,
            description = "a variable that gets the standard output as a text")
    private VariableName out;

    @Option(
            names = "--err",
            paramLabel = "NAME",
            converter = VariableName.Converter.class,
            description = "a variable that gets the standard error as a text")
    private VariableName err;

    @Option(names = "--no-raise-error", description = "another exit code than 0 is no error")
    private boolean anyExitCode;

    @Option(names = "--bg", description = "do not wait; %%jobs lists it, %%bg -k stops it")
    private boolean behind;

    @Unmatched
    private List<String> further = new ArrayList<>();

    ScriptMagic() {
        this("");
    }

    ScriptMagic(String program) {
        this.fixed = program;
    }

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        List<String> all = new ArrayList<>(fixed.isEmpty() ? List.of() : List.of(fixed));
        all.addAll(words);
        all.addAll(further);
        if (all.isEmpty()) {
            throw new MagicException("%%script needs a program: %%script gawk -f -");
        }
        if (behind && (out != null || err != null)) {
            throw new MagicException("A script that nobody waits for (--bg) has no output to give to a variable yet.");
        }
        String program = GeneratedJava.literal(String.join(" ", all));
        List<String> options = new ArrayList<>();
        if (out != null) {
            options.add("KEEP_OUTPUT");
        }
        if (err != null) {
            options.add("KEEP_ERRORS");
        }
        boolean checkedLater = options.size() > 0 && !anyExitCode;
        if (anyExitCode || checkedLater) {
            options.add("ANY_EXIT_CODE");
        }
        StringBuilder run = new StringBuilder(GeneratedJava.SHELL)
                .append("runScript(")
                .append(program)
                .append(", ")
                .append(GeneratedJava.literal(code.text()));
        options.forEach(option -> run.append(", ")
                .append(GeneratedJava.SHELL)
                .append("ScriptOption.")
                .append(option));
        run.append(")");
        List<PlannedStep> steps = new ArrayList<>();
        if (behind) {
            steps.add(GeneratedJava.instead(code, BgMagic.start(String.join(" ", all), run.toString()), context));
            return steps;
        }
        steps.add(GeneratedJava.instead(code, run.toString(), context));
        keep(out, "text()", steps, code, context);
        keep(err, "errors()", steps, code, context);
        if (checkedLater) {
            steps.add(GeneratedJava.instead(code, GeneratedJava.SHELL + "check(" + program + ")", context));
        }
        return steps;
    }

    private static void keep(
            VariableName name, String what, List<PlannedStep> steps, CodeArgument code, MagicContext context)
            throws MagicException {
        if (name != null) {
            steps.add(GeneratedJava.instead(code, GeneratedJava.SHELL + "latest()." + what, context)
                    .assignedTo("var " + name.written("%%script").text()));
        }
    }
}
