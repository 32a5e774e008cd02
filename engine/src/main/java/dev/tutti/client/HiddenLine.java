package dev.tutti.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A line of standard input that the terminal does not show: its echo is off while it is typed. */
final class HiddenLine {

    private HiddenLine() {}

    static String read(String prompt, ShellSink shown) {
        boolean hidden = Shell.shell("stty -echo").runAtTerminal().isPresent();
        try {
            shown.take(prompt);
            return line();
        } finally {
            if (hidden) {
                Shell.shell("stty echo").runAtTerminal();
            }
        }
    }

    /** Byte by byte: what follows is for the next reader. */
    private static String line() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            int next = System.in.read();
            if (next < 0) {
                throw new ShellException("The input ended before a line was read.", ShellException.NOT_RUN);
            }
            while (next >= 0 && next != '\n') {
                bytes.write(next);
                next = System.in.read();
            }
        } catch (IOException e) {
            throw new ShellException("Reading the line was given up: " + e.getMessage(), ShellException.NOT_RUN);
        }
        String line = bytes.toString(StandardCharsets.UTF_8);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
