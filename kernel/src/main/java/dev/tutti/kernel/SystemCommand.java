package dev.tutti.kernel;

import dev.tutti.kernel.magic.Magic;
import dev.tutti.kernel.magic.MagicContext;
import dev.tutti.kernel.magic.MagicException;
import java.io.BufferedReader;
import java.io.IOException;

/** {@code !command}: run by the system's shell, standard error with standard output, shown as it comes. */
record SystemCommand(String command) implements Magic.Action {

    @Override
    public void run(MagicContext context) throws MagicException {
        Process process;
        try {
            process = new ProcessBuilder("/bin/sh", "-c", command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .start();
        } catch (IOException e) {
            throw new MagicException("The system's shell /bin/sh cannot be started: " + e.getMessage());
        }
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                context.print(line);
            }
            int code = process.waitFor();
            if (code != 0) {
                throw new MagicException("The command ended with exit code " + code + ": " + command);
            }
        } catch (IOException e) {
            throw new MagicException("The output of the command cannot be read: " + e.getMessage());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new MagicException("The command was stopped: " + command);
        }
    }
}
