package dev.tutti.kernel.fake;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;

/** A fake engine as a process; how it begins is told by the system property {@code fake}. */
public final class FakeEngineMain {

    private FakeEngineMain() {}

    public static void premain(String arguments, Instrumentation instrumentation) {}

    public static void main(String[] arguments) throws IOException {
        String beginning = System.getProperty("fake", "GOOD");
        if (beginning.equals("DIES")) {
            System.err.println("This engine cannot start: no reason given.");
            System.exit(5);
        }
        if (beginning.equals("EARLY_WORDS")) {
            System.err.println("early words");
            beginning = "GOOD";
        }
        try (SocketLine line = SocketLine.connect(Path.of(arguments[1]))) {
            new FakeEngine(line, System.getenv("TUTTI_TOKEN"), FakeEngine.Beginning.valueOf(beginning)).run();
        }
    }
}
