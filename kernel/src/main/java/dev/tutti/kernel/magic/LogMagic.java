package dev.tutti.kernel.magic;

import dev.tutti.kernel.magic.SessionHistory.LogState;
import picocli.CommandLine.Command;

/** What is done with a log that {@code %logstart} has begun. */
final class LogMagic {

    private LogMagic() {}

    private static LogState open(MagicContext context) throws MagicException {
        return context.history()
                .log()
                .orElseThrow(() -> new MagicException("There is no log. %logstart FILE begins one."));
    }

    /** {@code %logon}. */
    @Command(name = "logon", description = "Goes on with the log that %%logoff has interrupted.")
    static final class On implements Magic.Action {
        @Override
        public void run(MagicContext context) throws MagicException {
            LogState log = open(context);
            context.history().logs(true);
            context.note("The log " + log.file() + (log.on() ? " was on already." : " is on."));
        }
    }

    /** {@code %logoff}. */
    @Command(name = "logoff", description = "Interrupts the log; %%logon goes on with it.")
    static final class Off implements Magic.Action {
        @Override
        public void run(MagicContext context) throws MagicException {
            LogState log = open(context);
            context.history().logs(false);
            context.note("The log " + log.file() + (log.on() ? " is off." : " was off already."));
        }
    }

    /** {@code %logstop}. */
    @Command(name = "logstop", description = "Ends the log.")
    static final class Stop implements Magic.Action {
        @Override
        public void run(MagicContext context) throws MagicException {
            LogState log = open(context);
            context.history().endLog();
            context.note("The log " + log.file() + " has ended; it was given " + log.cells() + " cells.");
        }
    }

    /** {@code %logstate}. */
    @Command(name = "logstate", description = "Tells where the log is, and what it holds.")
    static final class State implements Magic.Action {
        @Override
        public void run(MagicContext context) {
            context.print(context.history().log().map(State::told).orElse("There is no log."));
        }

        private static String told(LogState log) {
            return "file     " + log.file() + "\nstate    " + (log.on() ? "on" : "off") + "\ncells    " + log.cells()
                    + "\nresults  " + (log.options().outputs() ? "yes" : "no") + "\ntimes    "
                    + (log.options().times() ? "yes" : "no");
        }
    }
}
