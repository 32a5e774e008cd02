package dev.tutti.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.regex.Pattern;

/**
 * A program on a pseudo-terminal of 80 by 24, made by {@code script} of util-linux: keys go in, the screen's text comes
 * out without its escape sequences.
 */
final class Pty implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern ESCAPES =
            Pattern.compile("\\x1b(\\[[0-9;?]*[ -/]*[@-~]|\\][^\\x07\\x1b]*(\\x07|\\x1b\\\\)|[()][A-Z0-9]|[=>78MDEH])");

    private final Process process;
    private final OutputStream keys;
    private final InputStream screen;
    private final Timer watch = new Timer("pty-watch", true);
    private final byte[] buffer = new byte[8192];
    private String raw = "";

    /** Starts a command line of the shell. */
    Pty(String command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("script", "-qfec", "stty rows 24 cols 80; exec " + command, "/dev/null");
        builder.environment().put("TERM", "xterm-256color");
        builder.environment()
                .put("PROMPT_TOOLKIT_NO_CPR", "1"); // nobody answers IPython's question where the cursor is
        builder.redirectErrorStream(true);
        process = builder.start();
        keys = process.getOutputStream();
        screen = process.getInputStream();
    }

    void type(String text) throws IOException {
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    /** What has come up to now is looked at no more. */
    void forget() throws IOException {
        while (screen.available() > 0 && screen.read(buffer) > 0) {}
        raw = "";
    }

    /** Returns as soon as the text has appeared; what came before it is forgotten. */
    void await(String text) throws IOException {
        awaitEither(text, text);
    }

    /** As {@link #await} for whichever text comes; says whether it was the first. */
    boolean awaitEither(String text, String other) throws IOException {
        TimerTask alarm = new TimerTask() {
            @Override
            public void run() {
                process.destroyForcibly();
            }
        };
        watch.schedule(alarm, PATIENCE.toMillis());
        while (true) {
            String plain = ESCAPES.matcher(raw).replaceAll("");
            int at = plain.indexOf(text);
            int otherAt = plain.indexOf(other);
            if (at >= 0 || otherAt >= 0) {
                raw = at >= 0 ? plain.substring(at + text.length()) : plain.substring(otherAt + other.length());
                alarm.cancel();
                return at >= 0;
            }
            int count = screen.read(buffer);
            if (count < 0) {
                throw new IOException("The program has ended, and '" + text + "' did not appear in: " + plain);
            }
            raw += new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public void close() throws IOException {
        watch.cancel();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        keys.close();
    }
}
