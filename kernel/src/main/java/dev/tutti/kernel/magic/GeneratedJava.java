package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.Rewrite;
import dev.tutti.kernel.cell.ShellText;
import dev.tutti.kernel.compile.Surrounding;
import java.util.List;

/** Java that a magic becomes. It runs where plain cells run, and {@code %px} before it takes it elsewhere. */
final class GeneratedJava {

    /** The client library's class behind the magics of the system's shell. */
    static final String SHELL = "dev.tutti.client.Shell.";

    private GeneratedJava() {}

    /** Java that stands for a whole call, where its errors are shown too. */
    static PlannedStep.Java instead(CodeArgument code, String java, MagicContext context) {
        int length = code.call().end() - code.call().start();
        Surrounding around = new Surrounding("", "", List.of(new Rewrite(0, length, java)));
        return new PlannedStep.Java(code.call().start(), code.call().end(), context.px()::plain, around);
    }

    /** Java around the code of a call, which is a text for the system's shell with Java in it. */
    static PlannedStep.Java aroundText(String before, CodeArgument code, String after, MagicContext context) {
        List<Rewrite> rewrites = ShellText.rewrites(code.text(), code.planner()::isName);
        Surrounding around = new Surrounding(before, after, rewrites);
        return new PlannedStep.Java(code.start(), code.end(), context.px()::plain, around);
    }

    /** A text as a literal of Java. */
    static String literal(String text) {
        return ShellText.literal(text);
    }
}
