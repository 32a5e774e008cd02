package dev.tutti.shell.cli;

import dev.tutti.shell.line.Tmux;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program in a real terminal, as a user starts it. */
final class WholeShell {

    private static final Path ROOT = Path.of(System.getProperty("tutti.root"));

    private WholeShell() {}

    /**
     * Starts it in a window of 40 rows.
     *
     * @param home where it keeps things
     */
    static Tmux open(Path home, int columns, String... arguments) throws IOException {
        String classPath = ROOT.resolve("shell/target/classes") + ":"
                + Files.readString(ROOT.resolve("shell/target/runtime.classpath"))
                        .strip();
        List<String> command = new ArrayList<>(List.of(
                "env",
                "-u",
                "VISUAL",
                "-u",
                "EDITOR",
                "TERM=xterm-256color",
                "XDG_STATE_HOME=" + home,
                "XDG_CONFIG_HOME=" + home,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",
                "-Dtutti.terminal=012",
                "-Dtutti.engine.jar=" + System.getProperty("tutti.engine.jar"),
                "-cp",
                classPath,
                TuttiMain.class.getName()));
        command.addAll(List.of(arguments));
        return Tmux.start(command, columns, 40);
    }
}
