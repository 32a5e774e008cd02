package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.CellSyntaxException;
import dev.tutti.kernel.cell.Rewrite;
import dev.tutti.kernel.compile.Surrounding;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %bg}, after IPython's: code beside the cells. */
@Command(
        name = "bg",
        sortOptions = false,
        customSynopsis = {"%%bg CODE", "%%bg !COMMAND", "job = %%bg EXPRESSION", "%%bg -k N|all", "%%bg --forget"},
        description = {
            "Runs code on a thread of its own, here or, after %%px, at engines; what it prints appears above the"
                    + " prompt.",
            "The job that it gives has get(), state(), stop() and time(). %%jobs lists all.",
            "What the code declares is its own; it may assign the session's variables."
        })
final class BgMagic implements Magic.Code {

    private static final String JOBS = "dev.tutti.client.BackgroundJobs.";

    @Option(
            names = {"-k", "--kill"},
            paramLabel = "N",
            description = "interrupt this job, or all: a command ends, Java that never waits runs on")
    private String kill;

    @Option(names = "--forget", description = "leave ended jobs out of %%jobs from now on")
    private boolean forget;

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        if (kill != null) {
            return List.of(GeneratedJava.instead(code, JOBS + stop(kill), context));
        }
        if (forget) {
            return List.of(GeneratedJava.instead(code, JOBS + "forgetEnded()", context));
        }
        if (code.isEmpty()) {
            throw new MagicException("%bg needs code to run: %bg f(30), or %bg !make. %jobs lists what runs.");
        }
        String before = JOBS + "start(" + GeneratedJava.literal(code.text().strip()) + ", () -> ";
        List<PlannedStep> steps = code.steps();
        if (steps.size() != 1 || !(steps.getFirst() instanceof PlannedStep.Java java)) {
            throw new MagicException("%bg runs Java or one !COMMAND, and no magic of the shell's: %bg f(30).");
        }
        boolean isStatements = code.text().stripTrailing().endsWith(";")
                || code.text().stripTrailing().endsWith("}");
        String open = isStatements ? "{ " : "";
        String close = isStatements ? " })" : ")";
        List<Rewrite> inside = java.around().inside();
        // All of the code is one lambda: a semicolon at its end stays inside.
        Surrounding around = new Surrounding(
                before + open + java.around().before(),
                java.around().after() + (isStatements && inside.isEmpty() ? ";" : "") + close,
                inside);
        return List.of(new PlannedStep.Java(java.start(), java.end(), java.placement(), around));
    }

    private static String stop(String which) throws MagicException {
        if (which.equals("all")) {
            return "stopAll()";
        }
        if (!which.matches("\\d{1,6}")) {
            throw new MagicException(
                    "%bg -k needs the number of a job, or all, but this is '" + which + "'. %jobs lists them.");
        }
        return "stop(" + which + ")";
    }

    /** Java that starts a job. @param what it runs, for people */
    static String start(String what, String java) {
        return JOBS + "start(" + GeneratedJava.literal(what) + ", () -> " + java + ")";
    }

    @Override
    public boolean givesValue() {
        return true;
    }
}
