package dev.tutti.shell.cli;

import java.io.IOException;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Logging as java.util.logging asks for it at its first use: none, unless the command line wants some. */
public final class LogConfiguration {

    /** Called by the log manager: installs no handler. */
    public LogConfiguration() {}

    static void apply(Invocation invocation) {
        Invocation.Output output = invocation.output();
        if (output.logFile().isEmpty() && !output.verbose()) {
            return;
        }
        Level level = output.verbose() ? Level.FINE : Level.INFO;
        Logger root = Logger.getLogger("");
        root.setLevel(level);
        root.addHandler(handler(output, level));
    }

    private static Handler handler(Invocation.Output output, Level level) {
        Handler handler;
        if (output.logFile().isPresent()) {
            try {
                handler = new FileHandler(output.logFile().get().toString(), true);
            } catch (IOException e) {
                System.err.println("tutti: the log file " + output.logFile().get() + " cannot be written ("
                        + e.getMessage() + "); the log goes to standard error.");
                handler = new ConsoleHandler();
            }
        } else {
            handler = new ConsoleHandler();
        }
        handler.setFormatter(new SimpleFormatter());
        handler.setLevel(level);
        return handler;
    }
}
