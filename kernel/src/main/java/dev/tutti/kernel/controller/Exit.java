package dev.tutti.kernel.controller;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a process ended.
 *
 * @param code its exit code; 128 + n means killed by signal n
 * @param tail the end of what it wrote to its standard streams, bounded
 */
public record Exit(int code, String tail) {

    private static final int SIGNAL = 128;
    private static final int LAST_SIGNAL = 64;

    /** Where a crashing JVM says that it left its report. */
    private static final Pattern CRASH_REPORT = Pattern.compile("\\S*hs_err_pid\\d+\\.log");

    public Exit {
        Objects.requireNonNull(tail, "tail");
    }

    /** Why an engine is gone that had joined: {@code exit code 7 (System.exit)}, {@code killed by signal 9 (SIGKILL)}. */
    String reason() {
        if (tail.contains("java.lang.OutOfMemoryError")) {
            return how() + ", out of memory (java.lang.OutOfMemoryError)";
        }
        Optional<String> report = crashReport();
        if (report.isPresent()) {
            return how() + ", the JVM crashed: see " + report.get();
        }
        return killed() ? how() : how() + " (System.exit)";
    }

    /** The bare fact: {@code exit code 1}, {@code killed by signal 6 (SIGABRT)}. */
    String how() {
        return killed() ? "killed by signal " + signal(code - SIGNAL) : "exit code " + code;
    }

    boolean killed() {
        return code > SIGNAL && code <= SIGNAL + LAST_SIGNAL;
    }

    private Optional<String> crashReport() {
        Matcher matcher = CRASH_REPORT.matcher(tail);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private static String signal(int number) {
        String name = switch (number) {
            case 1 -> "SIGHUP";
            case 2 -> "SIGINT";
            case 3 -> "SIGQUIT";
            case 4 -> "SIGILL";
            case 6 -> "SIGABRT";
            case 8 -> "SIGFPE";
            case 9 -> "SIGKILL";
            case 11 -> "SIGSEGV";
            case 13 -> "SIGPIPE";
            case 14 -> "SIGALRM";
            case 15 -> "SIGTERM";
            default -> "";
        };
        return name.isEmpty() ? Integer.toString(number) : number + " (" + name + ")";
    }
}
