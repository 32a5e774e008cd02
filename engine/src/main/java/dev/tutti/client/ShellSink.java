package dev.tutti.client;

import java.io.PrintStream;

/** Where the output of a program goes, piece by piece, on the thread that reads it. */
interface ShellSink {

    /** Takes a piece. @return whether it wants more; if not, the program is ended */
    boolean take(String text);

    /** Prints what comes as it comes. */
    static ShellSink printing(PrintStream to) {
        return text -> {
            to.print(text);
            to.flush();
            return true;
        };
    }

    /** Keeps what comes, up to a limit. */
    final class Keeping implements ShellSink {

        /** Characters of one stream that are kept; whoever writes more is ended. */
        static final int LIMIT = 64 << 20;

        private final int limit;
        private final StringBuilder text = new StringBuilder();
        private boolean full;

        Keeping(int limit) {
            this.limit = limit;
        }

        @Override
        public synchronized boolean take(String piece) {
            full |= text.length() + piece.length() > limit;
            if (!full) {
                text.append(piece);
            }
            return !full;
        }

        /** All that came. @throws ShellException if that was too much */
        synchronized String text(String command) {
            if (full) {
                throw new ShellException(
                        "The command wrote more than " + (limit >> 20) + " million characters and was ended: " + command
                                + ". Let it write to a file instead.",
                        ShellException.NOT_RUN);
            }
            return text.toString();
        }
    }
}
