package dev.tutti.kernel.magic;

import dev.tutti.kernel.doctor.Finding;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;

/** {@code %doctor}: what is wrong with this installation. */
@Command(
        name = "doctor",
        description = {
            "Looks at all that can be wrong with an installation, and says what to do:",
            "JDK and start caches, terminal, settings, history, engines, repositories, machine.",
            "Fails if there is a problem. tutti --doctor does the same from outside."
        })
final class DoctorMagic implements Magic.Action {

    @Override
    public void run(MagicContext context) throws MagicException {
        AtomicInteger problems = new AtomicInteger();
        context.installation().examine(finding -> {
            switch (finding) {
                case Finding.Good(var subject, var fact) -> context.print(line("ok", subject, fact));
                case Finding.Problem(var subject, var what, var remedy) -> {
                    problems.incrementAndGet();
                    context.print(line("PROBLEM", subject, what + "\n" + " ".repeat(22) + remedy));
                }
            }
        });
        if (problems.get() > 0) {
            throw new MagicException(
                    problems.get() == 1 ? "There is 1 problem." : "There are " + problems.get() + " problems.");
        }
    }

    private static String line(String verdict, String subject, String text) {
        return "%-8s %-12s %s".formatted(verdict, subject, text);
    }
}
