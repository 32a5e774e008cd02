package dev.tutti.kernel.magic;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %bytecode}: what a declaration became, by the JDK's disassembler. */
@Command(
        name = "bytecode",
        sortOptions = false,
        description = {
            "Shows the byte code of a method, class or variable of this session, as the compiler made it: before stop"
                    + " checks",
            "are put in for engines."
        })
final class BytecodeMagic implements Magic.Action {

    /** Without their names, which were stripped. */
    private static final Pattern WRAPPER_HEADER = Pattern.compile("(public )?class +(extends .*)?\\{");

    private static final Pattern WRAPPER_CONSTRUCTOR = Pattern.compile("  (public |protected )?\\(\\);");

    @Parameters(index = "0", paramLabel = "NAME", description = "a name that is declared")
    private String name;

    @Option(
            names = {"-v", "--verbose"},
            description = "with the constant pool, attributes and stack sizes")
    private boolean verbose;

    @Override
    public void run(MagicContext context) throws MagicException {
        List<byte[]> classes = context.classFiles(name);
        if (classes.isEmpty()) {
            throw new MagicException(name + " is not declared in this session. %who lists what is.");
        }
        ToolProvider javap = ToolProvider.findFirst("javap")
                .orElseThrow(() -> new MagicException(
                        "%bytecode needs javap, but this Java has none. Start Tutti by a full JDK."));
        context.print(readable(disassembled(javap, classes)));
    }

    private String disassembled(ToolProvider javap, List<byte[]> classes) throws MagicException {
        StringWriter out = new StringWriter();
        Path folder = null;
        try {
            folder = Files.createTempDirectory("tutti-bytecode");
            List<String> arguments = new ArrayList<>(List.of("-p", verbose ? "-v" : "-c"));
            for (int i = 0; i < classes.size(); i++) {
                Path file = folder.resolve(i + ".class");
                Files.write(file, classes.get(i));
                arguments.add(file.toString());
            }
            javap.run(new PrintWriter(out), new PrintWriter(out), arguments.toArray(String[]::new));
            return out.toString();
        } catch (IOException e) {
            throw new MagicException("The class files could not be written for javap: " + e.getMessage() + ".");
        } finally {
            delete(Optional.ofNullable(folder));
        }
    }

    private static void delete(Optional<Path> folder) {
        if (folder.isEmpty()) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder.get())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException _) {
            // Some files more in the folder for temporary ones.
        }
    }

    /** Without what the compiler's wrapping adds: its class names, its header and its empty constructor. */
    static String readable(String text) {
        List<String> kept = new ArrayList<>();
        boolean wrapper = false;
        boolean skipping = false;
        for (String line :
                text.replaceAll("REPL[./]\\$JShell\\$[0-9A-Z]+[$./]?", "").split("\n")) {
            if (WRAPPER_HEADER.matcher(line).matches()) {
                wrapper = true;
            } else if (wrapper && line.equals("}")) {
                wrapper = false;
            } else if (!line.startsWith("Compiled from") && !line.startsWith("Warning:")) {
                boolean member = line.startsWith("  ") && !line.startsWith("   ");
                skipping = member ? WRAPPER_CONSTRUCTOR.matcher(line).matches() : skipping && !line.startsWith("}");
                if (!skipping) {
                    kept.add(line);
                }
            }
        }
        return String.join("\n", kept).stripIndent().strip();
    }
}
